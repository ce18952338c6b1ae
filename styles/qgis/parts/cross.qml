        <layer class="SimpleMarker" enabled="1" locked="0" pass="[[pass]]">
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
            <Option type="QString" name="size" value="[[size]]"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="enabled">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="[[shown]]"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="[[pass]]">
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
            <Option type="QString" name="size" value="[[size]]"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="enabled">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="[[shown]]"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="[[pass]]">
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
            <Option type="QString" name="size" value="[[size]]"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="enabled">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="[[shown]]"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="[[pass]]">
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
            <Option type="QString" name="size" value="[[size]]"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="enabled">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="[[shown]]"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
