        <layer class="SimpleLine" enabled="1" locked="0" pass="[[pass]]">
          <Option type="Map">
            <Option type="QString" name="line_color" value="{{[[color]]}}"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.688"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="capstyle" value="[[cap]]"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="trim_distance_end" value="[[trim]]"/>
            <Option type="QString" name="trim_distance_end_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="[[dashed]]"/>
            <Option type="QString" name="customdash" value="[[dash]]"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="((if(&quot;unit&quot; = &#x27;persons&#x27; AND maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;) &gt; 1.2 * minimum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;), 2.2 + 2.4 * sqrt(&quot;quantity_low&quot; / maximum(&quot;quantity_low&quot;, filter:=&quot;unit&quot; = &#x27;persons&#x27;)), 2.6)) * [[share]] + [[more]]) * 0.2646"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="trimEnd">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="if(@geometry_part_num = @geometry_part_count, [[trim]], 0)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
