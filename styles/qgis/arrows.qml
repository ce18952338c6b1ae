<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology|Labeling|MapTips|Actions|Temporal|Fields" hasScaleBasedVisibilityFlag="0">
  <renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0">
    <rules key="{dateline-root}">
      <rule key="{dateline-28}" filter="&quot;status&quot; IN (&#x27;planned&#x27;, &#x27;conditional&#x27;)" symbol="arrow_planned" label="Announced or expected"/>
      <rule key="{dateline-29}" filter="ELSE" symbol="arrow_reported" label="Movement, as reported"/>
    </rules>
    <symbols>
      <symbol name="arrow_reported" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <part file="parts/curved-arrow.qml" symbol="arrow_reported" color="mark@0.3"/>
      </symbol>
      <symbol name="arrow_planned" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <part file="parts/curved-arrow.qml" symbol="arrow_planned" color="planned@0.14"/>
      </symbol>
    </symbols>
  </renderer-v2>
  <part file="parts/about-event.qml"/>
  <layerOpacity>1</layerOpacity>
</qgis>
