Story(product="h2" seed=100010 before=Model(entities=[
      EntityType(uid=3 name="Crew3" hierarchy=JOINED id=SEQUENCE attributes=[
          Attribute(uid=4 name="memo4" shape=ELEMENT_MAP type=LONG storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=5 name="total5" shape=FORMULA type=INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=6 name="score6" type=LONG primitive=true storage=STRING column=ModelColumn(nullable=true fraction=-1 defaultValue="7" comment="it''s 70"))
          Attribute(uid=7 name="note7" type=DATE storage=STRING column=ModelColumn(nullable=true fraction=-1))] rules=[
          TableRule(uid=8 name="ix_rule_8" attributes=[
              6])])
      EntityType(uid=9 name="Customer9" table="t_table9" id=IDENTITY attributes=[
          Attribute(uid=10 name="total10" shape=ENUM target=1 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=11 name="phase11" type=FIXED_STRING storage=STRING column=ModelColumn(length=1 fraction=-1))
          Attribute(uid=12 name="memo12" shape=ELEMENT_MAP type=BIG_INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=13 name="code13" shape=ENUM target=1 storage=NAMED column=ModelColumn(fraction=-1))] rules=[
          TableRule(uid=14 attributes=[
              11])])
      EntityType(uid=15 name="Venue15" attributes=[
          Attribute(uid=16 name="unit16" type=DATE_TIME storage=STRING column=ModelColumn(name="c_column16" nullable=true fraction=-1))
          Attribute(uid=17 name="code17" shape=ENUM target=2 storage=VARCHAR column=ModelColumn(fraction=-1))
          Attribute(uid=18 name="placeOfBirth18" shape=ENUM target=1 column=ModelColumn(fraction=-1))])
      EntityType(uid=19 name="Customer19" parent=3 id=SEQUENCE attributes=[
          Attribute(uid=20 name="note20" type=SHORT storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=21 name="note21" type=NUMERIC_BOOLEAN storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=22 name="score22" shape=MANY_TO_MANY target=15 storage=STRING column=ModelColumn(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "LOST"
          "Mixed"
          "VERY_LONG_CONSTANT_NAME"
          "A_B"])
      Enumeration(uid=2 name="State2" constants=[
          "Mixed"
          "NEW"])]) after=Model(entities=[
      EntityType(uid=3 name="Crew3" hierarchy=JOINED id=SEQUENCE attributes=[
          Attribute(uid=4 name="memo4" shape=ELEMENT_MAP type=LONG storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=5 name="total5" shape=FORMULA type=INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=6 name="score6" type=LONG primitive=true storage=STRING column=ModelColumn(nullable=true fraction=-1 defaultValue="7" comment="it''s 70"))
          Attribute(uid=7 name="note7" type=DATE storage=STRING column=ModelColumn(nullable=true fraction=-1))] rules=[
          TableRule(uid=8 name="ix_rule_8" attributes=[
              6])])
      EntityType(uid=9 name="Customer9" table="t_table9" id=IDENTITY attributes=[
          Attribute(uid=10 name="total10" shape=ENUM target=1 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=11 name="phase11" type=FIXED_STRING storage=STRING column=ModelColumn(length=1 fraction=-1))
          Attribute(uid=12 name="memo12" shape=ELEMENT_MAP type=BIG_INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=13 name="code13" shape=ENUM target=1 column=ModelColumn(fraction=-1))] rules=[
          TableRule(uid=14 attributes=[
              11])])
      EntityType(uid=15 name="Venue15" attributes=[
          Attribute(uid=16 name="unit16" type=DATE_TIME storage=STRING column=ModelColumn(name="c_column16" nullable=true fraction=-1))
          Attribute(uid=17 name="code17" shape=ENUM target=2 storage=VARCHAR column=ModelColumn(fraction=-1))
          Attribute(uid=18 name="placeOfBirth18" shape=ENUM target=1 column=ModelColumn(fraction=-1))])
      EntityType(uid=19 name="Customer19" parent=3 id=SEQUENCE attributes=[
          Attribute(uid=20 name="note20" type=SHORT storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=21 name="note21" type=NUMERIC_BOOLEAN storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=22 name="score22" shape=MANY_TO_MANY target=15 storage=STRING column=ModelColumn(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "LOST"
          "Mixed"
          "VERY_LONG_CONSTANT_NAME"
          "A_B"])
      Enumeration(uid=2 name="State2" constants=[
          "Mixed"
          "NEW"])]) changes=[
    "CHANGE_ENUM_STORAGE"] rows=[
    Row(entity=3 number=1)
    Row(entity=3 number=2)
    Row(entity=3 number=3)
    Row(entity=9 number=4)
    Row(entity=9 number=5)
    Row(entity=9 number=6)
    Row(entity=9 number=7)
    Row(entity=19 number=8)
    Row(entity=19 number=9)] inJava=true)
