  <attributeactions>
    <defaultAction key="Canvas" value="{6a1d9d0e-2c53-4d0a-9b1e-0d5a7e1c0001}"/>
    <actionsetting id="{6a1d9d0e-2c53-4d0a-9b1e-0d5a7e1c0001}" type="5" name="Open the source" shortTitle="Source" action="[% &quot;link&quot; %]" capture="0" icon="" isEnabledOnlyWhenEditable="0" notificationMessage="">
      <actionScope id="Canvas"/>
      <actionScope id="Feature"/>
      <actionScope id="Field"/>
    </actionsetting>
  </attributeactions>
  <aliases>
    <alias field="number" index="0" name="Number"/>
    <alias field="title" index="1" name="What is reported"/>
    <alias field="status" index="2" name="Status"/>
    <alias field="kind" index="3" name="Kind"/>
    <alias field="quantity" index="4" name="How many"/>
    <alias field="date_text" index="5" name="When"/>
    <alias field="date_from" index="6" name="From"/>
    <alias field="date_to" index="7" name="To"/>
    <alias field="date_precision" index="8" name="Precision of the time"/>
    <alias field="origins" index="9" name="Independent origins"/>
    <alias field="outlets" index="10" name="Outlets"/>
    <alias field="origin_names" index="11" name="Origins"/>
    <alias field="outlet_names" index="12" name="Outlets by name"/>
    <alias field="quote" index="13" name="Quote"/>
    <alias field="source" index="14" name="Who says so"/>
    <alias field="outlet" index="15" name="Outlet"/>
    <alias field="published" index="16" name="Published"/>
    <alias field="link" index="17" name="Link"/>
    <alias field="responses" index="18" name="Who disagrees"/>
    <alias field="radius_m" index="19" name="Radius, m"/>
    <alias field="precision" index="20" name="Precision of the place"/>
    <alias field="not_confirmed" index="21" name="Someone cannot confirm it"/>
    <alias field="denied" index="22" name="Someone denies it"/>
  </aliases>
  <temporal enabled="1" mode="2" startField="date_from" endField="date_to" accumulate="0" fixedDuration="0" durationUnit="min" durationField="" limitMode="0">
    <fixedRange><start></start><end></end></fixedRange>
  </temporal>
  <previewExpression>concat("number", ' ', "title")</previewExpression>
  <mapTip>&lt;div style="max-width:28em"&gt;&lt;b&gt;[% "number" %] [% "title" %]&lt;/b&gt;&lt;br/&gt;[% coalesce(title("status"), '') %][% coalesce(' · ' || "date_text", '') %] · [% "origins" %] origins, [% "outlets" %] outlets&lt;br/&gt;
“[% "quote" %]”&lt;br/&gt;&lt;i&gt;[% coalesce("source" || ', ', '') %][% coalesce("outlet", '') %][% coalesce(', ' || format_date("published", 'd MMM yyyy'), '') %]&lt;/i&gt;
[% coalesce('&lt;br/&gt;&lt;b&gt;' || "responses" || '&lt;/b&gt;', '') %]&lt;br/&gt;&lt;small&gt;Reports not independently verified.&lt;/small&gt;&lt;/div&gt;</mapTip>
