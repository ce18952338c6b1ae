<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology|Labeling|MapTips|Actions|Temporal|Fields" hasScaleBasedVisibilityFlag="0">
  <renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="1" enableorderby="0">
    <rules key="{dateline-root}">
      <rule key="{dateline-05}" filter="geometry_type($geometry) = &#x27;Point&#x27;">
        <rule key="{dateline-01}" filter="(&quot;denied&quot; OR &quot;status&quot; = &#x27;denied&#x27;) AND coalesce(&quot;numbers&quot;, &#x27;&#x27;) NOT LIKE &#x27;%,%&#x27;" symbol="site_denied" label="Place; someone denies it"/>
        <rule key="{dateline-02}" filter="NOT (&quot;denied&quot; OR &quot;status&quot; = &#x27;denied&#x27;) AND &quot;status&quot; IN (&#x27;planned&#x27;, &#x27;conditional&#x27;)" symbol="site_planned" label="Place named in a plan"/>
        <rule key="{dateline-03}" filter="NOT (&quot;denied&quot; OR &quot;status&quot; = &#x27;denied&#x27;) AND NOT (&quot;status&quot; IN (&#x27;planned&#x27;, &#x27;conditional&#x27;)) AND (&quot;status&quot; = &#x27;past&#x27; OR &quot;kind&quot; = &#x27;withdrawal&#x27;)" symbol="site_past" label="Place; earlier, or left"/>
        <rule key="{dateline-04}" filter="ELSE" symbol="site_reported" label="Place named in a report"/>
      </rule>
      <rule key="{dateline-12}" filter="geometry_type($geometry) = &#x27;Line&#x27;">
        <rule key="{dateline-06}" filter="&quot;denied&quot; OR &quot;status&quot; = &#x27;denied&#x27;" symbol="move_denied" label="Reported, and denied"/>
        <rule key="{dateline-07}" filter="NOT (&quot;denied&quot; OR &quot;status&quot; = &#x27;denied&#x27;) AND &quot;status&quot; = &#x27;planned&#x27;" symbol="move_planned" label="Announced or expected"/>
        <rule key="{dateline-08}" filter="NOT (&quot;denied&quot; OR &quot;status&quot; = &#x27;denied&#x27;) AND &quot;status&quot; = &#x27;conditional&#x27;" symbol="move_conditional" label="Only under a condition"/>
        <rule key="{dateline-09}" filter="NOT (&quot;denied&quot; OR &quot;status&quot; = &#x27;denied&#x27;) AND NOT (&quot;status&quot; IN (&#x27;planned&#x27;, &#x27;conditional&#x27;)) AND (&quot;status&quot; = &#x27;past&#x27; OR &quot;kind&quot; = &#x27;withdrawal&#x27;)" symbol="move_grey" label="Withdrawal, or earlier"/>
        <rule key="{dateline-10}" filter="NOT (&quot;denied&quot; OR &quot;status&quot; = &#x27;denied&#x27;) AND &quot;status&quot; IN (&#x27;reported&#x27;, &#x27;ongoing&#x27;) AND &quot;kind&quot; = &#x27;transfer&#x27;" symbol="move_transfer" label="Transfer of equipment"/>
        <rule key="{dateline-11}" filter="ELSE" symbol="move_reported" label="Movement, as reported"/>
      </rule>
      <rule key="{dateline-17}" filter="geometry_type($geometry) = &#x27;Polygon&#x27;">
        <rule key="{dateline-13}" filter="&quot;precision&quot; = &#x27;country&#x27;" symbol="area_country" label="Known only by country"/>
        <rule key="{dateline-14}" filter="&quot;precision&quot; &lt;&gt; &#x27;country&#x27; AND &quot;status&quot; IN (&#x27;planned&#x27;, &#x27;conditional&#x27;)" symbol="area_planned" label="Somewhere in this area, planned"/>
        <rule key="{dateline-15}" filter="&quot;precision&quot; &lt;&gt; &#x27;country&#x27; AND NOT (&quot;status&quot; IN (&#x27;planned&#x27;, &#x27;conditional&#x27;)) AND (&quot;status&quot; = &#x27;past&#x27; OR &quot;kind&quot; = &#x27;withdrawal&#x27;)" symbol="area_past" label="Somewhere in this area, earlier"/>
        <rule key="{dateline-16}" filter="ELSE" symbol="area_reported" label="Somewhere in this area"/>
      </rule>
    </rules>
    <symbols>
      <symbol name="site_reported" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="{{paper@0.8}}"/>
            <Option type="QString" name="outline_color" value="{{paper@0}}"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="18000"/>
            <Option type="QString" name="size_unit" value="RenderMetersInMapUnits"/>
            <Option type="QString" name="size_map_unit_scale" value="3x:0,0,1,3.44,0,0"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="size">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="&quot;radius_m&quot; * 2"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="{{mark@0.32}}"/>
            <Option type="QString" name="outline_color" value="{{mark}}"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.397"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="18000"/>
            <Option type="QString" name="size_unit" value="RenderMetersInMapUnits"/>
            <Option type="QString" name="size_map_unit_scale" value="3x:0,0,1,2.646,0,0"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="size">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="&quot;radius_m&quot; * 2"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="fillColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="if(&quot;label&quot; IS NULL, &#x27;0,0,0,0&#x27;, &#x27;{{mark@0.32}}&#x27;)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol name="site_planned" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="{{paper@0.8}}"/>
            <Option type="QString" name="outline_color" value="{{paper@0}}"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="18000"/>
            <Option type="QString" name="size_unit" value="RenderMetersInMapUnits"/>
            <Option type="QString" name="size_map_unit_scale" value="3x:0,0,1,3.44,0,0"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="size">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="&quot;radius_m&quot; * 2"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="{{planned@0}}"/>
            <Option type="QString" name="outline_color" value="{{planned}}"/>
            <Option type="QString" name="outline_style" value="dash"/>
            <Option type="QString" name="outline_width" value="0.397"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="18000"/>
            <Option type="QString" name="size_unit" value="RenderMetersInMapUnits"/>
            <Option type="QString" name="size_map_unit_scale" value="3x:0,0,1,2.646,0,0"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="size">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="&quot;radius_m&quot; * 2"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="fillColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="if(&quot;label&quot; IS NULL, &#x27;0,0,0,0&#x27;, &#x27;{{planned@0}}&#x27;)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol name="site_denied" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="{{paper@0.8}}"/>
            <Option type="QString" name="outline_color" value="{{paper@0}}"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="18000"/>
            <Option type="QString" name="size_unit" value="RenderMetersInMapUnits"/>
            <Option type="QString" name="size_map_unit_scale" value="3x:0,0,1,3.44,0,0"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="size">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="&quot;radius_m&quot; * 2"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="{{mark@0.32}}"/>
            <Option type="QString" name="outline_color" value="{{mark}}"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.397"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="18000"/>
            <Option type="QString" name="size_unit" value="RenderMetersInMapUnits"/>
            <Option type="QString" name="size_map_unit_scale" value="3x:0,0,1,2.646,0,0"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="size">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="&quot;radius_m&quot; * 2"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="fillColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="if(&quot;label&quot; IS NULL, &#x27;0,0,0,0&#x27;, &#x27;{{mark@0.32}}&#x27;)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="2">
          <Option type="Map">
            <Option type="QString" name="name" value="line"/>
            <Option type="QString" name="color" value="{{paper}}"/>
            <Option type="QString" name="outline_color" value="{{paper}}"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="1.376"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="angle" value="17"/>
            <Option type="QString" name="offset" value="-0.688,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="size" value="4.763"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="2">
          <Option type="Map">
            <Option type="QString" name="name" value="line"/>
            <Option type="QString" name="color" value="{{paper}}"/>
            <Option type="QString" name="outline_color" value="{{paper}}"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="1.376"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="angle" value="17"/>
            <Option type="QString" name="offset" value="0.688,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="size" value="4.763"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="2">
          <Option type="Map">
            <Option type="QString" name="name" value="line"/>
            <Option type="QString" name="color" value="{{denied}}"/>
            <Option type="QString" name="outline_color" value="{{denied}}"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.582"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="angle" value="17"/>
            <Option type="QString" name="offset" value="-0.688,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="size" value="4.763"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="2">
          <Option type="Map">
            <Option type="QString" name="name" value="line"/>
            <Option type="QString" name="color" value="{{denied}}"/>
            <Option type="QString" name="outline_color" value="{{denied}}"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.582"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="angle" value="17"/>
            <Option type="QString" name="offset" value="0.688,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="size" value="4.763"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="site_past" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="{{paper@0.8}}"/>
            <Option type="QString" name="outline_color" value="{{paper@0}}"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="18000"/>
            <Option type="QString" name="size_unit" value="RenderMetersInMapUnits"/>
            <Option type="QString" name="size_map_unit_scale" value="3x:0,0,1,3.44,0,0"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="size">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="&quot;radius_m&quot; * 2"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="{{withdrawn@0.32}}"/>
            <Option type="QString" name="outline_color" value="{{withdrawn}}"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.397"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="18000"/>
            <Option type="QString" name="size_unit" value="RenderMetersInMapUnits"/>
            <Option type="QString" name="size_map_unit_scale" value="3x:0,0,1,2.646,0,0"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="size">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="&quot;radius_m&quot; * 2"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="fillColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="if(&quot;label&quot; IS NULL, &#x27;0,0,0,0&#x27;, &#x27;{{withdrawn@0.32}}&#x27;)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol name="move_reported" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{paper@0.75}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.688"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="trim_distance_end" value="1.588"/>
            <Option type="QString" name="trim_distance_end_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="((if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6)) * 1 + 3) * 0.2646"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{mark}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.688"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="trim_distance_end" value="4.234"/>
            <Option type="QString" name="trim_distance_end_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="((if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6)) * 1 + 0) * 0.2646"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="2">
          <Option type="Map">
            <Option type="QString" name="placement" value="lastvertex"/>
            <Option type="QString" name="offset_along_line" value="1.588"/>
            <Option type="QString" name="offset_along_line_unit" value="MM"/>
            <Option type="QString" name="rotate" value="1"/>
            <Option type="QString" name="ring_filter" value="0"/>
          </Option>
          <symbol name="@move_reported@2" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SvgMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAxMzcgMTE1Ij48cGF0aCBkPSJNMTM3IDU3LjUgMCAwIDMwIDU3LjUgMCAxMTV6IiBmaWxsPSJwYXJhbShmaWxsKSIgZmlsbC1vcGFjaXR5PSJwYXJhbShmaWxsLW9wYWNpdHkpIi8+PC9zdmc+"/>
                <Option type="QString" name="color" value="{{mark}}"/>
                <Option type="QString" name="outline_color" value="{{mark}}"/>
                <Option type="QString" name="outline_width" value="0.42"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="3.625"/>
                <Option type="QString" name="size_unit" value="MM"/>
                <Option type="QString" name="horizontal_anchor_point" value="2"/>
                <Option type="QString" name="vertical_anchor_point" value="1"/>
                <Option type="QString" name="fixedAspectRatio" value="0"/>
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" name="name" value=""/>
                  <Option type="Map" name="properties">
                    <Option type="Map" name="size">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="(7.5 + 2.4 * (if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6))) * 0.2646"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                  </Option>
                  <Option type="QString" name="type" value="collection"/>
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol name="move_planned" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{paper@0.75}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.688"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="trim_distance_end" value="1.588"/>
            <Option type="QString" name="trim_distance_end_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="((if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6)) * 1 + 3) * 0.2646"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{planned}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.688"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="trim_distance_end" value="4.234"/>
            <Option type="QString" name="trim_distance_end_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
            <Option type="QString" name="customdash" value="2.196;1.376"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="((if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6)) * 1 + 0) * 0.2646"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="2">
          <Option type="Map">
            <Option type="QString" name="placement" value="lastvertex"/>
            <Option type="QString" name="offset_along_line" value="1.588"/>
            <Option type="QString" name="offset_along_line_unit" value="MM"/>
            <Option type="QString" name="rotate" value="1"/>
            <Option type="QString" name="ring_filter" value="0"/>
          </Option>
          <symbol name="@move_planned@2" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SvgMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAxMzcgMTE1Ij48cGF0aCBkPSJNMTMxIDU3LjUgNiA2djEwM3oiIGZpbGw9InBhcmFtKGZpbGwpIiBzdHJva2U9InBhcmFtKG91dGxpbmUpIiBzdHJva2Utd2lkdGg9InBhcmFtKG91dGxpbmUtd2lkdGgpIi8+PC9zdmc+"/>
                <Option type="QString" name="color" value="{{paper}}"/>
                <Option type="QString" name="outline_color" value="{{planned}}"/>
                <Option type="QString" name="outline_width" value="0.42"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="3.625"/>
                <Option type="QString" name="size_unit" value="MM"/>
                <Option type="QString" name="horizontal_anchor_point" value="2"/>
                <Option type="QString" name="vertical_anchor_point" value="1"/>
                <Option type="QString" name="fixedAspectRatio" value="0"/>
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" name="name" value=""/>
                  <Option type="Map" name="properties">
                    <Option type="Map" name="size">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="(7.5 + 2.4 * (if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6))) * 0.2646"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                  </Option>
                  <Option type="QString" name="type" value="collection"/>
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol name="move_conditional" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{paper@0.75}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.688"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="trim_distance_end" value="1.588"/>
            <Option type="QString" name="trim_distance_end_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="((if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6)) * 1 + 3) * 0.2646"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{planned}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.688"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="capstyle" value="round"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="trim_distance_end" value="4.234"/>
            <Option type="QString" name="trim_distance_end_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
            <Option type="QString" name="customdash" value="0.01;1.508"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="((if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6)) * 1 + 0) * 0.2646"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="2">
          <Option type="Map">
            <Option type="QString" name="placement" value="lastvertex"/>
            <Option type="QString" name="offset_along_line" value="1.588"/>
            <Option type="QString" name="offset_along_line_unit" value="MM"/>
            <Option type="QString" name="rotate" value="1"/>
            <Option type="QString" name="ring_filter" value="0"/>
          </Option>
          <symbol name="@move_conditional@2" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SvgMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAxMzcgMTE1Ij48cGF0aCBkPSJNMTMxIDU3LjUgNiA2djEwM3oiIGZpbGw9InBhcmFtKGZpbGwpIiBzdHJva2U9InBhcmFtKG91dGxpbmUpIiBzdHJva2Utd2lkdGg9InBhcmFtKG91dGxpbmUtd2lkdGgpIi8+PC9zdmc+"/>
                <Option type="QString" name="color" value="{{paper}}"/>
                <Option type="QString" name="outline_color" value="{{planned}}"/>
                <Option type="QString" name="outline_width" value="0.42"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="3.625"/>
                <Option type="QString" name="size_unit" value="MM"/>
                <Option type="QString" name="horizontal_anchor_point" value="2"/>
                <Option type="QString" name="vertical_anchor_point" value="1"/>
                <Option type="QString" name="fixedAspectRatio" value="0"/>
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" name="name" value=""/>
                  <Option type="Map" name="properties">
                    <Option type="Map" name="size">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="(7.5 + 2.4 * (if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6))) * 0.2646"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                  </Option>
                  <Option type="QString" name="type" value="collection"/>
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol name="move_denied" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{paper@0.75}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.688"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="trim_distance_end" value="1.588"/>
            <Option type="QString" name="trim_distance_end_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="((if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6)) * 1 + 3) * 0.2646"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{mark}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.688"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="trim_distance_end" value="4.234"/>
            <Option type="QString" name="trim_distance_end_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="((if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6)) * 1 + 0) * 0.2646"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="2">
          <Option type="Map">
            <Option type="QString" name="placement" value="lastvertex"/>
            <Option type="QString" name="offset_along_line" value="1.588"/>
            <Option type="QString" name="offset_along_line_unit" value="MM"/>
            <Option type="QString" name="rotate" value="1"/>
            <Option type="QString" name="ring_filter" value="0"/>
          </Option>
          <symbol name="@move_denied@2" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SvgMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAxMzcgMTE1Ij48cGF0aCBkPSJNMTM3IDU3LjUgMCAwIDMwIDU3LjUgMCAxMTV6IiBmaWxsPSJwYXJhbShmaWxsKSIgZmlsbC1vcGFjaXR5PSJwYXJhbShmaWxsLW9wYWNpdHkpIi8+PC9zdmc+"/>
                <Option type="QString" name="color" value="{{mark}}"/>
                <Option type="QString" name="outline_color" value="{{mark}}"/>
                <Option type="QString" name="outline_width" value="0.42"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="3.625"/>
                <Option type="QString" name="size_unit" value="MM"/>
                <Option type="QString" name="horizontal_anchor_point" value="2"/>
                <Option type="QString" name="vertical_anchor_point" value="1"/>
                <Option type="QString" name="fixedAspectRatio" value="0"/>
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" name="name" value=""/>
                  <Option type="Map" name="properties">
                    <Option type="Map" name="size">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="(7.5 + 2.4 * (if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6))) * 0.2646"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                  </Option>
                  <Option type="QString" name="type" value="collection"/>
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="3">
          <Option type="Map">
            <Option type="QString" name="placement" value="lastvertex"/>
            <Option type="QString" name="offset_along_line" value="7.673"/>
            <Option type="QString" name="offset_along_line_unit" value="MM"/>
            <Option type="QString" name="rotate" value="1"/>
          </Option>
          <symbol name="@move_denied@3" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="line"/>
                <Option type="QString" name="color" value="{{paper}}"/>
                <Option type="QString" name="outline_color" value="{{paper}}"/>
                <Option type="QString" name="outline_style" value="solid"/>
                <Option type="QString" name="outline_width" value="1.376"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="angle" value="17"/>
                <Option type="QString" name="offset" value="-0.688,0"/>
                <Option type="QString" name="offset_unit" value="MM"/>
                <Option type="QString" name="size" value="4.234"/>
                <Option type="QString" name="size_unit" value="MM"/>
              </Option>
            </layer>
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="line"/>
                <Option type="QString" name="color" value="{{paper}}"/>
                <Option type="QString" name="outline_color" value="{{paper}}"/>
                <Option type="QString" name="outline_style" value="solid"/>
                <Option type="QString" name="outline_width" value="1.376"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="angle" value="17"/>
                <Option type="QString" name="offset" value="0.688,0"/>
                <Option type="QString" name="offset_unit" value="MM"/>
                <Option type="QString" name="size" value="4.234"/>
                <Option type="QString" name="size_unit" value="MM"/>
              </Option>
            </layer>
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="line"/>
                <Option type="QString" name="color" value="{{denied}}"/>
                <Option type="QString" name="outline_color" value="{{denied}}"/>
                <Option type="QString" name="outline_style" value="solid"/>
                <Option type="QString" name="outline_width" value="0.582"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="angle" value="17"/>
                <Option type="QString" name="offset" value="-0.688,0"/>
                <Option type="QString" name="offset_unit" value="MM"/>
                <Option type="QString" name="size" value="4.234"/>
                <Option type="QString" name="size_unit" value="MM"/>
              </Option>
            </layer>
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="line"/>
                <Option type="QString" name="color" value="{{denied}}"/>
                <Option type="QString" name="outline_color" value="{{denied}}"/>
                <Option type="QString" name="outline_style" value="solid"/>
                <Option type="QString" name="outline_width" value="0.582"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="angle" value="17"/>
                <Option type="QString" name="offset" value="0.688,0"/>
                <Option type="QString" name="offset_unit" value="MM"/>
                <Option type="QString" name="size" value="4.234"/>
                <Option type="QString" name="size_unit" value="MM"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol name="move_grey" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{paper@0.75}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.688"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="trim_distance_end" value="1.588"/>
            <Option type="QString" name="trim_distance_end_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="((if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6)) * 1 + 3) * 0.2646"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{withdrawn}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.688"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="trim_distance_end" value="4.234"/>
            <Option type="QString" name="trim_distance_end_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="((if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6)) * 1 + 0) * 0.2646"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="2">
          <Option type="Map">
            <Option type="QString" name="placement" value="lastvertex"/>
            <Option type="QString" name="offset_along_line" value="1.588"/>
            <Option type="QString" name="offset_along_line_unit" value="MM"/>
            <Option type="QString" name="rotate" value="1"/>
            <Option type="QString" name="ring_filter" value="0"/>
          </Option>
          <symbol name="@move_grey@2" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SvgMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAxMzcgMTE1Ij48cGF0aCBkPSJNMTM3IDU3LjUgMCAwIDMwIDU3LjUgMCAxMTV6IiBmaWxsPSJwYXJhbShmaWxsKSIgZmlsbC1vcGFjaXR5PSJwYXJhbShmaWxsLW9wYWNpdHkpIi8+PC9zdmc+"/>
                <Option type="QString" name="color" value="{{withdrawn}}"/>
                <Option type="QString" name="outline_color" value="{{withdrawn}}"/>
                <Option type="QString" name="outline_width" value="0.42"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="3.625"/>
                <Option type="QString" name="size_unit" value="MM"/>
                <Option type="QString" name="horizontal_anchor_point" value="2"/>
                <Option type="QString" name="vertical_anchor_point" value="1"/>
                <Option type="QString" name="fixedAspectRatio" value="0"/>
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" name="name" value=""/>
                  <Option type="Map" name="properties">
                    <Option type="Map" name="size">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="(7.5 + 2.4 * (if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6))) * 0.2646"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                  </Option>
                  <Option type="QString" name="type" value="collection"/>
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol name="move_transfer" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{paper@0.75}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.688"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="trim_distance_end" value="1.588"/>
            <Option type="QString" name="trim_distance_end_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="((if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6)) * 1 + 3) * 0.2646"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{mark}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.688"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="trim_distance_end" value="4.234"/>
            <Option type="QString" name="trim_distance_end_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="((if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6)) * 1 + 0) * 0.2646"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="2">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{paper}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.688"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="trim_distance_end" value="4.234"/>
            <Option type="QString" name="trim_distance_end_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="((if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6)) * 0.42 + 0) * 0.2646"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="2">
          <Option type="Map">
            <Option type="QString" name="placement" value="lastvertex"/>
            <Option type="QString" name="offset_along_line" value="1.588"/>
            <Option type="QString" name="offset_along_line_unit" value="MM"/>
            <Option type="QString" name="rotate" value="1"/>
            <Option type="QString" name="ring_filter" value="0"/>
          </Option>
          <symbol name="@move_transfer@3" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SvgMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAxMzcgMTE1Ij48cGF0aCBkPSJNMTM3IDU3LjUgMCAwIDMwIDU3LjUgMCAxMTV6IiBmaWxsPSJwYXJhbShmaWxsKSIgZmlsbC1vcGFjaXR5PSJwYXJhbShmaWxsLW9wYWNpdHkpIi8+PC9zdmc+"/>
                <Option type="QString" name="color" value="{{mark}}"/>
                <Option type="QString" name="outline_color" value="{{mark}}"/>
                <Option type="QString" name="outline_width" value="0.42"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="3.625"/>
                <Option type="QString" name="size_unit" value="MM"/>
                <Option type="QString" name="horizontal_anchor_point" value="2"/>
                <Option type="QString" name="vertical_anchor_point" value="1"/>
                <Option type="QString" name="fixedAspectRatio" value="0"/>
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" name="name" value=""/>
                  <Option type="Map" name="properties">
                    <Option type="Map" name="size">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="(7.5 + 2.4 * (if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6))) * 0.2646"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                  </Option>
                  <Option type="QString" name="type" value="collection"/>
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol name="area_country" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="color" value="{{tint}}"/>
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="outline_style" value="no"/>
            <Option type="QString" name="outline_color" value="{{tint}}"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="area_reported" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="color" value="{{area@0.06}}"/>
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="outline_style" value="no"/>
          </Option>
        </layer>
        <layer class="LinePatternFill" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="45"/>
            <Option type="QString" name="distance" value="1.852"/>
            <Option type="QString" name="distance_unit" value="MM"/>
            <Option type="QString" name="line_width" value="0.238"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="color" value="{{area@0.55}}"/>
          </Option>
          <symbol name="@area_reported@1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="line_color" value="{{area@0.55}}"/>
                <Option type="QString" name="line_style" value="solid"/>
                <Option type="QString" name="line_width" value="0.238"/>
                <Option type="QString" name="line_width_unit" value="MM"/>
                <Option type="QString" name="capstyle" value="flat"/>
              </Option>
            </layer>
          </symbol>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{area@0.8}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.265"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
            <Option type="QString" name="customdash" value="1.323;0.794"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="area_planned" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="color" value="{{area@0.06}}"/>
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="outline_style" value="no"/>
          </Option>
        </layer>
        <layer class="LinePatternFill" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="45"/>
            <Option type="QString" name="distance" value="2.911"/>
            <Option type="QString" name="distance_unit" value="MM"/>
            <Option type="QString" name="line_width" value="0.238"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="color" value="{{area@0.55}}"/>
          </Option>
          <symbol name="@area_planned@1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="line_color" value="{{area@0.55}}"/>
                <Option type="QString" name="line_style" value="solid"/>
                <Option type="QString" name="line_width" value="0.238"/>
                <Option type="QString" name="line_width_unit" value="MM"/>
                <Option type="QString" name="capstyle" value="flat"/>
              </Option>
            </layer>
          </symbol>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{area@0.8}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.265"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
            <Option type="QString" name="customdash" value="1.323;0.794"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="area_past" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="color" value="{{withdrawn@0.06}}"/>
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="outline_style" value="no"/>
          </Option>
        </layer>
        <layer class="LinePatternFill" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="45"/>
            <Option type="QString" name="distance" value="1.852"/>
            <Option type="QString" name="distance_unit" value="MM"/>
            <Option type="QString" name="line_width" value="0.238"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="color" value="{{withdrawn@0.55}}"/>
          </Option>
          <symbol name="@area_past@1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="line_color" value="{{withdrawn@0.55}}"/>
                <Option type="QString" name="line_style" value="solid"/>
                <Option type="QString" name="line_width" value="0.238"/>
                <Option type="QString" name="line_width_unit" value="MM"/>
                <Option type="QString" name="capstyle" value="flat"/>
              </Option>
            </layer>
          </symbol>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{withdrawn@0.8}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.265"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
            <Option type="QString" name="customdash" value="1.323;0.794"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="rule-based">
    <rules key="{dateline-labels}">
    <rule key="{dateline-25}" filter="geometry_type($geometry) = &#x27;Point&#x27;">
      <rule key="{dateline-18}" filter="&quot;label&quot; IS NOT NULL AND &quot;numbers&quot; IS NOT NULL">
        <settings calloutType="simple">
          <text-style fontFamily="{{font}}" fontSize="8.62" fontSizeUnit="Point" fontWeight="75" namedStyle="Bold" fontItalic="0" textColor="{{badge-text}}" textOpacity="1" isExpression="1" fieldName="&quot;numbers&quot;">
            <background shapeDraw="1" shapeType="0" shapeSizeType="0" shapeSizeX="1.323" shapeSizeY="0.423" shapeSizeUnit="MM" shapeRadiiX="2.381" shapeRadiiY="2.381" shapeRadiiUnit="MM" shapeFillColor="{{badge}}" shapeBorderColor="{{paper}}" shapeBorderWidth="0.318" shapeBorderWidthUnit="MM" shapeOpacity="1" shapeJoinStyle="128" shapeRotationType="0" shapeRotation="0" shapeOffsetX="0" shapeOffsetY="0"/>
          </text-style>
          <text-format multilineAlign="0"/>
          <placement placement="1" quadOffset="5" xOffset="2.117" yOffset="-2.381" offsetUnits="MM" priority="9"/>
          <rendering displayAll="1" drawLabels="1" upsidedownLabels="0" obstacle="0" fontLimitPixelSize="0" scaleVisibility="0" limitNumLabels="0" mergeLines="0" minFeatureSize="0"/>

        </settings>
      </rule>
      <rule key="{dateline-19}" filter="&quot;label&quot; IS NOT NULL">
        <settings calloutType="simple">
          <text-style fontFamily="{{font}}" fontSize="10.12" fontSizeUnit="Point" fontWeight="63" namedStyle="SemiBold" fontItalic="0" textColor="{{ink}}" textOpacity="1" isExpression="1" fieldName="&quot;label&quot;">
            <text-buffer bufferDraw="1" bufferSize="0.423" bufferSizeUnits="MM" bufferColor="{{land}}" bufferOpacity="1" bufferJoinStyle="128" bufferNoFill="1"/>
          </text-style>
          <text-format multilineAlign="0"/>
          <placement placement="1" quadOffset="5" xOffset="2.117" yOffset="-2.381" offsetUnits="MM" priority="8"/>
          <rendering displayAll="0" drawLabels="1" upsidedownLabels="0" obstacle="0" fontLimitPixelSize="0" scaleVisibility="0" limitNumLabels="0" mergeLines="0" minFeatureSize="0"/>
        <dd_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option type="Map" name="properties">
              <Option type="Map" name="OffsetXY">
                <Option type="bool" name="active" value="true"/>
                <Option type="QString" name="expression" value="array(2.117 + if(&quot;numbers&quot; IS NULL, 0, 3.704 + 1.058 * length(&quot;numbers&quot;)), -2.381)"/>
                <Option type="int" name="type" value="3"/>
              </Option>
            </Option>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </dd_properties>
        </settings>
      </rule>
    </rule>
    <rule key="{dateline-26}" filter="geometry_type($geometry) = &#x27;Line&#x27;">
      <rule key="{dateline-20}" filter="&quot;number&quot; IS NOT NULL">
        <settings calloutType="simple">
          <text-style fontFamily="{{font}}" fontSize="8.62" fontSizeUnit="Point" fontWeight="75" namedStyle="Bold" fontItalic="0" textColor="{{badge-text}}" textOpacity="1" isExpression="1" fieldName="&quot;number&quot;">
            <background shapeDraw="1" shapeType="0" shapeSizeType="0" shapeSizeX="1.323" shapeSizeY="0.423" shapeSizeUnit="MM" shapeRadiiX="2.381" shapeRadiiY="2.381" shapeRadiiUnit="MM" shapeFillColor="{{badge}}" shapeBorderColor="{{paper}}" shapeBorderWidth="0.318" shapeBorderWidthUnit="MM" shapeOpacity="1" shapeJoinStyle="128" shapeRotationType="0" shapeRotation="0" shapeOffsetX="0" shapeOffsetY="0"/>
          </text-style>
          <text-format multilineAlign="0"/>
          <placement placement="1" quadOffset="4" xOffset="0" yOffset="0" offsetUnits="MM" geometryGeneratorEnabled="1" geometryGeneratorType="PointGeometry" geometryGenerator="line_interpolate_point(geometry_n($geometry, 1), length(geometry_n($geometry, 1)) / 2)" priority="9"/>
          <rendering displayAll="1" drawLabels="1" upsidedownLabels="0" obstacle="0" fontLimitPixelSize="0" scaleVisibility="0" limitNumLabels="0" mergeLines="0" minFeatureSize="0"/>

        </settings>
      </rule>
      <rule key="{dateline-21}" filter="&quot;quantity&quot; IS NOT NULL OR &quot;date_text&quot; IS NOT NULL">
        <settings calloutType="simple">
          <text-style fontFamily="{{font}}" fontSize="7.88" fontSizeUnit="Point" fontWeight="57" namedStyle="Medium" fontItalic="0" textColor="{{ink}}" textOpacity="1" isExpression="1" fieldName="concat(&quot;quantity&quot; || &#x27; &#x27; || if(&quot;unit&quot; = &#x27;persons&#x27; OR &quot;unit&quot; IS NULL, &quot;force&quot;, &quot;unit&quot;), if(&quot;quantity&quot; IS NOT NULL AND &quot;date_text&quot; IS NOT NULL, &#x27;\n&#x27;, &#x27;&#x27;), &quot;date_text&quot;)">
            <text-buffer bufferDraw="1" bufferSize="0.423" bufferSizeUnits="MM" bufferColor="{{land}}" bufferOpacity="1" bufferJoinStyle="128" bufferNoFill="1"/>
          </text-style>
          <text-format multilineAlign="0"/>
          <placement placement="1" quadOffset="5" xOffset="3.44" yOffset="0" offsetUnits="MM" geometryGeneratorEnabled="1" geometryGeneratorType="PointGeometry" geometryGenerator="line_interpolate_point(geometry_n($geometry, 1), length(geometry_n($geometry, 1)) / 2)" priority="6"/>
          <rendering displayAll="0" drawLabels="1" upsidedownLabels="0" obstacle="0" fontLimitPixelSize="0" scaleVisibility="0" limitNumLabels="0" mergeLines="0" minFeatureSize="0"/>

        </settings>
      </rule>
    </rule>
    <rule key="{dateline-27}" filter="geometry_type($geometry) = &#x27;Polygon&#x27;">
      <rule key="{dateline-22}" filter="&quot;label&quot; IS NOT NULL AND &quot;numbers&quot; IS NOT NULL">
        <settings calloutType="simple">
          <text-style fontFamily="{{font}}" fontSize="8.62" fontSizeUnit="Point" fontWeight="75" namedStyle="Bold" fontItalic="0" textColor="{{badge-text}}" textOpacity="1" isExpression="1" fieldName="&quot;numbers&quot;">
            <background shapeDraw="1" shapeType="0" shapeSizeType="0" shapeSizeX="1.323" shapeSizeY="0.423" shapeSizeUnit="MM" shapeRadiiX="2.381" shapeRadiiY="2.381" shapeRadiiUnit="MM" shapeFillColor="{{badge}}" shapeBorderColor="{{paper}}" shapeBorderWidth="0.318" shapeBorderWidthUnit="MM" shapeOpacity="1" shapeJoinStyle="128" shapeRotationType="0" shapeRotation="0" shapeOffsetX="0" shapeOffsetY="0"/>
          </text-style>
          <text-format multilineAlign="0"/>
          <placement placement="1" quadOffset="4" xOffset="0" yOffset="0" offsetUnits="MM" centroidInside="1" centroidWhole="0" priority="9"/>
          <rendering displayAll="1" drawLabels="1" upsidedownLabels="0" obstacle="0" fontLimitPixelSize="0" scaleVisibility="0" limitNumLabels="0" mergeLines="0" minFeatureSize="0"/>

        </settings>
      </rule>
      <rule key="{dateline-23}" filter="&quot;label&quot; IS NOT NULL AND &quot;precision&quot; &lt;&gt; &#x27;country&#x27;">
        <settings calloutType="simple">
          <text-style fontFamily="{{font}}" fontSize="9" fontSizeUnit="Point" fontWeight="57" namedStyle="Medium" fontItalic="1" textColor="{{ink}}" textOpacity="1" isExpression="1" fieldName="&#x27;somewhere in\n&#x27; || &quot;label&quot;">
            <text-buffer bufferDraw="1" bufferSize="0.423" bufferSizeUnits="MM" bufferColor="{{land}}" bufferOpacity="1" bufferJoinStyle="128" bufferNoFill="1"/>
          </text-style>
          <text-format multilineAlign="1"/>
          <placement placement="1" quadOffset="7" xOffset="0" yOffset="2.911" offsetUnits="MM" centroidInside="1" centroidWhole="0" priority="7"/>
          <rendering displayAll="0" drawLabels="1" upsidedownLabels="0" obstacle="0" fontLimitPixelSize="0" scaleVisibility="0" limitNumLabels="0" mergeLines="0" minFeatureSize="0"/>

        </settings>
      </rule>
      <rule key="{dateline-24}" filter="&quot;label&quot; IS NOT NULL AND &quot;precision&quot; = &#x27;country&#x27;">
        <settings calloutType="simple">
          <text-style fontFamily="{{font}}" fontSize="10.12" fontSizeUnit="Point" fontWeight="63" namedStyle="SemiBold" fontItalic="0" textColor="{{country-text}}" textOpacity="1" isExpression="1" fieldName="upper(&quot;label&quot;)">
            <text-buffer bufferDraw="1" bufferSize="0.423" bufferSizeUnits="MM" bufferColor="{{tint}}" bufferOpacity="1" bufferJoinStyle="128" bufferNoFill="1"/>
          </text-style>
          <text-format multilineAlign="0"/>
          <placement placement="1" quadOffset="7" xOffset="0" yOffset="2.911" offsetUnits="MM" centroidInside="1" centroidWhole="0" priority="7"/>
          <rendering displayAll="0" drawLabels="1" upsidedownLabels="0" obstacle="0" fontLimitPixelSize="0" scaleVisibility="0" limitNumLabels="0" mergeLines="0" minFeatureSize="0"/>

        </settings>
      </rule>
    </rule>
    </rules>
  </labeling>
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
  <layerOpacity>1</layerOpacity>
</qgis>
