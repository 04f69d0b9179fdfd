Story(product="postgresql" seed=200028 before=Model(entities=[
      EntityType(uid=3 name="Author3" hierarchy=TABLE_PER_CLASS attributes=[
          Attribute(uid=4 name="amount4" type=DATE storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=5 name="note5" type=NATIONAL storage=STRING column=ModelColumn(nullable=true length=40 fraction=-1))] rules=[
          TableRule(uid=6 name="ix_rule_6" attributes=[
              5
              4])] versioned=true)
      EntityType(uid=7 name="Item7" parent=3 attributes=[
          Attribute(uid=8 name="placeOfBirth8" type=CONVERTED storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=9 name="memo9" type=LONG storage=STRING column=ModelColumn(name="CamelColumn9" nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "active"
          "LOST"
          "VERY_LONG_CONSTANT_NAME"
          "OPEN"
          "LATE"])
      Enumeration(uid=2 name="State2" constants=[
          "LOST"
          "A_B"])] naming=SNAKE_CASE) after=Model(entities=[
      EntityType(uid=3 name="Author3" attributes=[
          Attribute(uid=4 name="amount4" type=DATE storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=5 name="note5" type=NATIONAL storage=STRING column=ModelColumn(nullable=true length=40 fraction=-1))] rules=[
          TableRule(uid=6 name="ix_rule_6" attributes=[
              5
              4])] versioned=true)
      EntityType(uid=7 name="Item7" parent=3 attributes=[
          Attribute(uid=8 name="placeOfBirth8" storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=9 name="memo9" type=LONG storage=STRING column=ModelColumn(name="CamelColumn9" nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "VERY_LONG_CONSTANT_NAME"
          "LOST"
          "active"
          "LATE"
          "OPEN"])
      Enumeration(uid=2 name="State2" constants=[
          "LOST"
          "A_B"])] naming=SNAKE_CASE) changes=[
    "CHANGE_HIERARCHY"
    "REORDER_CONSTANTS"
    "CHANGE_TYPE"] rows=[
    Row(entity=3 number=1)
    Row(entity=3 number=2)
    Row(entity=7 number=3)] handMade=[
    HandMade(kind=POLICY entity=7 attribute=8 number=100)
    HandMade(kind=TABLE entity=3 attribute=5 number=101)])
