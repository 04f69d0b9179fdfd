Story(product="h2" seed=25 before=Model(entities=[
      EntityType(uid=1 name="Visit1" attributes=[
          Attribute(uid=2 name="total2" type=DECIMAL storage=STRING column=ModelColumn(nullable=true precision=5 scale=4 fraction=-1))])
      EntityType(uid=3 name="Ship3" table="t_table3" id=IDENTITY attributes=[
          Attribute(uid=4 name="code4" type=OFFSET_DATE_TIME storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=5 name="origin5" type=LONG primitive=true storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=6 name="code6" shape=ELEMENT_MAP type=ZONED_DATE_TIME storage=STRING column=ModelColumn(nullable=true fraction=-1))])
      EntityType(uid=7 name="Book7" table="`Mixed Table7`" id=EMBEDDED attributes=[
          Attribute(uid=8 name="state8" type=INSTANT storage=STRING column=ModelColumn())] rules=[
          TableRule(uid=9 attributes=[
              8])] comment="about 7")]) after=Model(entities=[
      EntityType(uid=1 name="Visit1" attributes=[
          Attribute(uid=2 name="total2" type=DECIMAL storage=STRING column=ModelColumn(nullable=true precision=5 scale=4 fraction=-1))])
      EntityType(uid=3 name="Ship3" table="t_table3" id=IDENTITY attributes=[
          Attribute(uid=4 name="code4" type=OFFSET_DATE_TIME storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=5 name="origin5" type=LONG primitive=true storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=6 name="code6" shape=ELEMENT_SET type=ZONED_DATE_TIME storage=STRING column=ModelColumn(nullable=true fraction=-1))])
      EntityType(uid=7 name="Book7" table="`Mixed Table7`" id=EMBEDDED attributes=[
          Attribute(uid=8 name="state8" type=INSTANT storage=STRING column=ModelColumn())] rules=[
          TableRule(uid=9 attributes=[
              8])] comment="about 7")]) changes=[
    "CHANGE_COLLECTION"] rows=[
    Row(entity=1 number=1)
    Row(entity=1 number=2)
    Row(entity=3 number=3)])
