Story(product="mariadb" seed=200004 before=Model(entities=[
      EntityType(uid=4 name="PostTag4" attributes=[
          Attribute(uid=5 name="label5" shape=ENUM target=1 column=ModelColumn(fraction=-1))])
      EntityType(uid=6 name="Ticket6" id=SEQUENCE attributes=[
          Attribute(uid=7 name="label7" storage=STRING column=ModelColumn(nullable=true length=10 fraction=-1))
          Attribute(uid=8 name="mail8" shape=MANY_TO_ONE target=4 storage=STRING column=ModelColumn(nullable=true fraction=-1))] rules=[
          TableRule(uid=9 name="ix_rule_9" attributes=[
              7])] versioned=true comment="about 6")
      EntityType(uid=10 name="Author10" parent=4 attributes=[
          Attribute(uid=11 name="mail11" storage=STRING column=ModelColumn(nullable=true length=20000 fraction=-1))
          Attribute(uid=13 name="phase13" shape=ENUM_SET target=1 storage=VARCHAR column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=14 name="grade14" type=DATE storage=STRING column=ModelColumn(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "VERY_LONG_CONSTANT_NAME"
          "NEW"
          "LOST"
          "X"])] embeddables=[
      Embeddable(uid=2 name="Part2" attributes=[
          Attribute(uid=3 name="weight3" storage=STRING column=ModelColumn(nullable=true length=40 fraction=-1 comment="it''s 4"))])]) after=Model(entities=[
      EntityType(uid=4 name="PostTag4" attributes=[
          Attribute(uid=5 name="label5" target=1 column=ModelColumn(fraction=-1))])
      EntityType(uid=6 name="Ticket6" id=SEQUENCE attributes=[
          Attribute(uid=7 name="label7" storage=STRING column=ModelColumn(nullable=true length=10 fraction=-1))
          Attribute(uid=8 name="mail8" shape=MANY_TO_ONE target=4 storage=STRING column=ModelColumn(nullable=true fraction=-1))] rules=[
          TableRule(uid=9 name="ix_rule_9" attributes=[
              7])] versioned=true comment="about 6")
      EntityType(uid=10 name="Author10" parent=4 attributes=[
          Attribute(uid=11 name="mail11" type=UUID_TEXT storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=13 name="phase13" shape=ENUM_SET target=1 storage=VARCHAR column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=14 name="grade14" type=DATE storage=STRING column=ModelColumn(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "VERY_LONG_CONSTANT_NAME"
          "NEW"
          "LOST"
          "X"])] embeddables=[
      Embeddable(uid=2 name="Part2" attributes=[
          Attribute(uid=3 name="weight3" storage=STRING column=ModelColumn(nullable=true length=40 fraction=-1 comment="it''s 4"))])]) changes=[
    "CHANGE_TYPE"
    "ENUM_TO_STRING"] rows=[
    Row(entity=4 number=1)
    Row(entity=4 number=2)
    Row(entity=4 number=3)
    Row(entity=4 number=4)
    Row(entity=6 number=5)
    Row(entity=6 number=6)
    Row(entity=6 number=7)
    Row(entity=6 number=8)
    Row(entity=10 number=9)] handMade=[
    HandMade(kind=COLUMN entity=4 number=100)
    HandMade(kind=IDENTITY_OPTION entity=6 attribute=7 number=101)
    HandMade(kind=COLUMN entity=10 number=102)] inJava=true)
