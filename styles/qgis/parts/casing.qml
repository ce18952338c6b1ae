        <part file="parts/line.qml" color="paper@0.75" pass="0" cap="flat" trim="1.588" share="1" more="3" dashed="0" dash="5;2"/>
