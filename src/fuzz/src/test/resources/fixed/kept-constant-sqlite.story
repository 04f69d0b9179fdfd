Story(product="sqlite" seed=1800000000003 before=Model(entities=[
      EntityType(uid=5 name="Customer5" id=AUTO attributes=[
          Attribute(uid=9 name="memo9" shape=ENUM_SET target=1 column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=10 name="memo10" shape=ENUM target=1 storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=11 name="phase11" storage=STRING column=ModelColumn(length=10 fraction=-1 comment="it''s 36"))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "PAID"
          "active"
          "A_B"
          "LOST"
          "LATE"])] naming=COMPONENT_PATH) after=Model(entities=[
      EntityType(uid=5 name="Customer5" id=AUTO attributes=[
          Attribute(uid=9 name="memo9" shape=ENUM_SET target=1 column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=10 name="memo10" shape=ENUM target=1 storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=11 name="phase11" storage=STRING column=ModelColumn(length=10 fraction=-1 comment="it''s 36"))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "PAID"
          "A_B"
          "LOST"
          "LATE"])] naming=COMPONENT_PATH) changes=[
    "REMOVE_CONSTANT"] rows=[
    Row(entity=5 number=2)
    Row(entity=5 number=3)
    Row(entity=5 number=4)] inJava=true)
