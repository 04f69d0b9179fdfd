Story(product="mariadb" seed=200017 before=Model(entities=[
      EntityType(uid=2 name="Ticket2" table="CamelTable2" id=AUTO attributes=[
          Attribute(uid=3 name="unit3" type=TIME storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=4 name="sortKey4" type=DATE storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=5 name="label5" storage=STRING column=ModelColumn(name="c_column5" length=10 fraction=-1))])
      EntityType(uid=6 name="PostTag6" table="t_table6" id=IDENTITY_INTEGER attributes=[
          Attribute(uid=7 name="state7" type=DATE_TIME storage=STRING column=ModelColumn(nullable=true))] rules=[
          TableRule(uid=8 name="ix_rule_8" attributes=[
              7])] versioned=true)
      EntityType(uid=9 name="Wagon9" table="CamelTable9" id=UUID attributes=[
          Attribute(uid=10 name="state10" shape=ENUM target=1 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=11 name="zip_code11" type=INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=12 name="name12" shape=ENUM target=1 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=13 name="phase13" shape=ENUM target=1 storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=14 name="name14" type=SHORT storage=STRING column=ModelColumn(nullable=true unique=true fraction=-1))] rules=[
          TableRule(uid=15 attributes=[
              14
              11] unique=true)])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "LOST"
          "Mixed"])] naming=SNAKE_CASE) after=Model(entities=[
      EntityType(uid=2 name="Ticket2" table="CamelTable2" id=AUTO attributes=[
          Attribute(uid=3 name="unit3" type=TIME storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=4 name="sortKey4" type=DATE storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=5 name="label5" storage=STRING column=ModelColumn(name="c_column5" length=10 fraction=-1))])
      EntityType(uid=6 name="PostTag6" table="t_table6" id=IDENTITY_INTEGER attributes=[
          Attribute(uid=7 name="state7" type=BOOLEAN storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=17 name="memo17" shape=ENUM_SET target=1 storage=VARCHAR column=ModelColumn(nullable=true fraction=-1))] rules=[
          TableRule(uid=8 name="ix_rule_8" attributes=[
              7])] versioned=true)
      EntityType(uid=9 name="Wagon9" table="CamelTable9" id=UUID attributes=[
          Attribute(uid=10 name="state10" shape=ENUM target=1 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=11 name="zip_code11" type=INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1 check="$ <> 123456"))
          Attribute(uid=12 name="name12" shape=ENUM target=1 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=13 name="phase13" shape=ENUM target=1 storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=14 name="name14" type=SHORT storage=STRING column=ModelColumn(nullable=true unique=true fraction=-1))] rules=[
          TableRule(uid=15 attributes=[
              14
              11] unique=true)])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "LOST"
          "Mixed"])] naming=SNAKE_CASE) changes=[
    "CHANGE_UNIQUE"
    "ADD_ATTRIBUTE"
    "CHANGE_CHECK"
    "CHANGE_TYPE"] rows=[
    Row(entity=2 number=1)
    Row(entity=6 number=2)
    Row(entity=6 number=3)
    Row(entity=6 number=4)
    Row(entity=6 number=5)] firstInJava=true inJava=true)
