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
        <part file="parts/disc.qml" color="mark" fill="mark@0.32" rim="solid"/>
      </symbol>
      <symbol name="site_planned" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <part file="parts/disc.qml" color="planned" fill="planned@0" rim="dash"/>
      </symbol>
      <symbol name="site_denied" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <part file="parts/disc.qml" color="mark" fill="mark@0.32" rim="solid"/>
        <part file="parts/cross.qml" pass="2" size="4.763" shown="coalesce(&quot;stack&quot;, 0) = 0 OR @map_start_time IS NOT NULL"/>
      </symbol>
      <symbol name="site_past" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <part file="parts/disc.qml" color="withdrawn" fill="withdrawn@0.32" rim="solid"/>
      </symbol>
      <symbol name="move_reported" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <part file="parts/casing.qml"/>
        <part file="parts/line.qml" color="mark" pass="1" cap="flat" trim="4.234" share="1" more="0" dashed="0" dash="5;2"/>
        <part file="parts/head-solid.qml" symbol="move_reported@2" color="mark"/>
      </symbol>
      <symbol name="move_planned" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <part file="parts/casing.qml"/>
        <part file="parts/line.qml" color="planned" pass="1" cap="flat" trim="4.234" share="1" more="0" dashed="1" dash="2.196;1.376"/>
        <part file="parts/head-open.qml" symbol="move_planned@2" color="planned"/>
      </symbol>
      <symbol name="move_conditional" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <part file="parts/casing.qml"/>
        <part file="parts/line.qml" color="planned" pass="1" cap="round" trim="4.234" share="1" more="0" dashed="1" dash="0.01;1.508"/>
        <part file="parts/head-open.qml" symbol="move_conditional@2" color="planned"/>
      </symbol>
      <symbol name="move_denied" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <part file="parts/casing.qml"/>
        <part file="parts/line.qml" color="mark" pass="1" cap="flat" trim="4.234" share="1" more="0" dashed="0" dash="5;2"/>
        <part file="parts/head-solid.qml" symbol="move_denied@2" color="mark"/>
        <layer class="MarkerLine" enabled="1" locked="0" pass="3">
          <Option type="Map">
            <Option type="QString" name="placement" value="lastvertex"/>
            <Option type="QString" name="offset_along_line" value="7.673"/>
            <Option type="QString" name="offset_along_line_unit" value="MM"/>
            <Option type="QString" name="rotate" value="1"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="enabled">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="@geometry_part_num = @geometry_part_count"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
          <symbol name="@move_denied@3" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <part file="parts/cross.qml" pass="0" size="4.234" shown="true"/>
          </symbol>
        </layer>
      </symbol>
      <symbol name="move_grey" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <part file="parts/casing.qml"/>
        <part file="parts/line.qml" color="withdrawn" pass="1" cap="flat" trim="4.234" share="1" more="0" dashed="0" dash="5;2"/>
        <part file="parts/head-solid.qml" symbol="move_grey@2" color="withdrawn"/>
      </symbol>
      <symbol name="move_transfer" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <part file="parts/casing.qml"/>
        <part file="parts/line.qml" color="mark" pass="1" cap="flat" trim="4.234" share="1" more="0" dashed="0" dash="5;2"/>
        <part file="parts/line.qml" color="paper" pass="2" cap="flat" trim="4.234" share="0.42" more="0" dashed="0" dash="5;2"/>
        <part file="parts/head-solid.qml" symbol="move_transfer@3" color="mark"/>
      </symbol>
      <symbol name="area_country" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="color" value="{{tint}}"/>
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="outline_style" value="no"/>
            <Option type="QString" name="outline_color" value="{{tint}}"/>
          </Option>
          <part file="parts/first-of-stack.qml"/>
        </layer>
      </symbol>
      <symbol name="area_reported" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <part file="parts/hatch.qml" color="area" symbol="area_reported" distance="1.852"/>
      </symbol>
      <symbol name="area_planned" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <part file="parts/hatch.qml" color="area" symbol="area_planned" distance="2.911"/>
      </symbol>
      <symbol name="area_past" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <part file="parts/hatch.qml" color="withdrawn" symbol="area_past" distance="1.852"/>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="rule-based">
    <rules key="{dateline-labels}">
    <rule key="{dateline-25}" filter="geometry_type($geometry) = &#x27;Point&#x27;">
      <rule key="{dateline-18}" filter="&quot;label&quot; IS NOT NULL AND &quot;numbers&quot; IS NOT NULL">
        <settings calloutType="simple">
          <part file="parts/badge.qml" field="numbers"/>
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
          <part file="parts/badge.qml" field="number"/>
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
          <part file="parts/badge.qml" field="numbers"/>
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
  <part file="parts/about-event.qml"/>
  <layerOpacity>1</layerOpacity>
</qgis>
