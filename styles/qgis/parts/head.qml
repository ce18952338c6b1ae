        <layer class="MarkerLine" enabled="1" locked="0" pass="2">
          <Option type="Map">
            <Option type="QString" name="placement" value="lastvertex"/>
            <Option type="QString" name="rotate" value="1"/>
            <Option type="QString" name="ring_filter" value="0"/>
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
          <symbol name="@[[symbol]]" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SvgMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="base64:[[picture]]"/>
                <Option type="QString" name="color" value="{{[[fill]]}}"/>
                <Option type="QString" name="outline_color" value="{{[[color]]}}"/>
                <Option type="QString" name="outline_width" value="0.42"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="3.625"/>
                <Option type="QString" name="size_unit" value="MM"/>
                <Option type="QString" name="horizontal_anchor_point" value="2"/>
                <Option type="QString" name="offset" value="-1.588,0"/>
                <Option type="QString" name="offset_unit" value="MM"/>
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
