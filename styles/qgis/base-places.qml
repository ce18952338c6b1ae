<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology|Labeling" hasScaleBasedVisibilityFlag="0">
  <renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0">
    <rules key="{dateline-root}">
      <rule key="{dateline-41}" filter="&quot;kind&quot; = &#x27;capital&#x27;" symbol="capital" label="Capital"/>
      <rule key="{dateline-42}" filter="&quot;kind&quot; = &#x27;city&#x27;" symbol="city" label="Town"/>
      <rule key="{dateline-43}" filter="ELSE" symbol="nothing"/>
    </rules>
    <symbols>
      <symbol name="capital" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="{{paper}}"/>
            <Option type="QString" name="outline_color" value="{{city}}"/>
            <Option type="QString" name="outline_width" value="0.291"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="1.323"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="city" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="{{city}}"/>
            <Option type="QString" name="outline_color" value="{{city}}"/>
            <Option type="QString" name="outline_width" value="0.291"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="0.688"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="nothing" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="{{paper@0}}"/>
            <Option type="QString" name="outline_style" value="no"/>
            <Option type="QString" name="size" value="0.01"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="rule-based">
    <rules key="{dateline-labels}">
      <rule key="{dateline-38}" filter="&quot;kind&quot; IN (&#x27;capital&#x27;, &#x27;city&#x27;)">
        <settings calloutType="simple">
          <text-style fontFamily="{{font}}" fontSize="8.62" fontSizeUnit="Point" fontWeight="50" namedStyle="Regular" fontItalic="0" textColor="{{city-text}}" textOpacity="1" isExpression="1" fieldName="&quot;name&quot;">
            <text-buffer bufferDraw="1" bufferSize="0.423" bufferSizeUnits="MM" bufferColor="{{land}}" bufferOpacity="1" bufferJoinStyle="128" bufferNoFill="1"/>
          </text-style>
          <text-format multilineAlign="0"/>
          <placement placement="0" dist="1.058" distUnits="MM" priority="3"/>
          <rendering displayAll="0" drawLabels="1" upsidedownLabels="0" obstacle="0" fontLimitPixelSize="0" scaleVisibility="0" limitNumLabels="0" mergeLines="0" minFeatureSize="0"/>

        </settings>
      </rule>
      <rule key="{dateline-39}" filter="&quot;kind&quot; = &#x27;country&#x27;">
        <settings calloutType="simple">
          <text-style fontFamily="{{font}}" fontSize="9.75" fontSizeUnit="Point" fontWeight="57" namedStyle="Medium" fontItalic="0" textColor="{{country-text}}" textOpacity="1" isExpression="1" fieldName="upper(&quot;name&quot;)" fontLetterSpacing="1.4">
            <text-buffer bufferDraw="1" bufferSize="0.423" bufferSizeUnits="MM" bufferColor="{{land}}" bufferOpacity="1" bufferJoinStyle="128" bufferNoFill="1"/>
          </text-style>
          <text-format multilineAlign="0"/>
          <placement placement="1" quadOffset="4" xOffset="0" yOffset="0" offsetUnits="MM" priority="4"/>
          <rendering displayAll="0" drawLabels="1" upsidedownLabels="0" obstacle="0" fontLimitPixelSize="0" scaleVisibility="0" limitNumLabels="0" mergeLines="0" minFeatureSize="0"/>

        </settings>
      </rule>
      <rule key="{dateline-40}" filter="&quot;kind&quot; = &#x27;water&#x27;">
        <settings calloutType="simple">
          <text-style fontFamily="{{font}}" fontSize="8.62" fontSizeUnit="Point" fontWeight="50" namedStyle="Italic" fontItalic="1" textColor="{{water-text}}" textOpacity="1" isExpression="1" fieldName="&quot;name&quot;">
            <text-buffer bufferDraw="1" bufferSize="0.423" bufferSizeUnits="MM" bufferColor="{{water}}" bufferOpacity="1" bufferJoinStyle="128" bufferNoFill="1"/>
          </text-style>
          <text-format multilineAlign="0"/>
          <placement placement="1" quadOffset="4" xOffset="0" yOffset="0" offsetUnits="MM" priority="2"/>
          <rendering displayAll="0" drawLabels="1" upsidedownLabels="0" obstacle="0" fontLimitPixelSize="0" scaleVisibility="0" limitNumLabels="0" mergeLines="0" minFeatureSize="0"/>

        </settings>
      </rule>
    </rules>
  </labeling>
  <layerOpacity>1</layerOpacity>
</qgis>
