<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology|Labeling" hasScaleBasedVisibilityFlag="0">
  <renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="1" enableorderby="0">
    <rules key="{dateline-root}">
      <rule key="{dateline-30}" filter="&quot;kind&quot; = &#x27;sea&#x27;" symbol="sea" label="Sea"/>
      <rule key="{dateline-31}" filter="&quot;kind&quot; = &#x27;lake&#x27;" symbol="lake" label="Lake"/>
      <rule key="{dateline-32}" filter="ELSE" symbol="land" label="Land"/>
    </rules>
    <symbols>
      <symbol name="sea" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="color" value="{{water}}"/>
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="outline_style" value="no"/>
            <Option type="QString" name="outline_color" value="{{water}}"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="land" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" name="color" value="{{land}}"/>
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="outline_style" value="no"/>
            <Option type="QString" name="outline_color" value="{{land}}"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="lake" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="2">
          <Option type="Map">
            <Option type="QString" name="color" value="{{water}}"/>
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="outline_style" value="no"/>
            <Option type="QString" name="outline_color" value="{{water}}"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <layerOpacity>1</layerOpacity>
</qgis>
