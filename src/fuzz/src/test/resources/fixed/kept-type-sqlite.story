Story(product="sqlite" seed=200027 before=Model(entities=[
      EntityType(uid=1 name="Ticket1" attributes=[
          Attribute(uid=2 name="firstName2" type=ZONE storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=3 name="weight3" storage=STRING column=ModelColumn(length=100 fraction=-1))
          Attribute(uid=4 name="state4" type=BIG_INTEGER storage=STRING column=ModelColumn(name="CamelColumn4" fraction=-1))] rules=[
          TableRule(uid=5 attributes=[
              3
              4])] versioned=true comment="about 1")
      EntityType(uid=6 name="Item6" id=ASSIGNED_STRING attributes=[
          Attribute(uid=7 name="label7" shape=ELEMENT_LIST type=CHARACTER storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=8 name="since8" type=BOOLEAN primitive=true storage=STRING column=ModelColumn(name="c_column8" nullable=true fraction=-1))
          Attribute(uid=9 name="score9" type=INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=10 name="mail10" storage=STRING column=ModelColumn(name="c_column10" nullable=true fraction=-1))
          Attribute(uid=11 name="origin11" type=BYTES storage=STRING column=ModelColumn(nullable=true fraction=-1))] versioned=true)]) after=Model(entities=[
      EntityType(uid=1 name="Ticket1" attributes=[
          Attribute(uid=2 name="firstName2" type=NUMERIC_BOOLEAN storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=3 name="weight3" storage=STRING column=ModelColumn(length=100 fraction=-1))
          Attribute(uid=4 name="state4" type=BIG_INTEGER storage=STRING column=ModelColumn(name="CamelColumn4" fraction=-1))] rules=[
          TableRule(uid=5 attributes=[
              3
              4])] versioned=true comment="about 1")
      EntityType(uid=6 name="Item6" id=ASSIGNED_STRING attributes=[
          Attribute(uid=7 name="label7" shape=ELEMENT_LIST type=CHARACTER storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=8 name="since8" type=BOOLEAN primitive=true storage=STRING column=ModelColumn(name="c_column8" nullable=true fraction=-1))
          Attribute(uid=9 name="score9" type=INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=10 name="mail10" storage=STRING column=ModelColumn(name="c_column10" nullable=true fraction=-1))
          Attribute(uid=11 name="origin11" type=BYTES storage=STRING column=ModelColumn(nullable=true fraction=-1))] versioned=true)]) changes=[
    "CHANGE_TYPE"] rows=[
    Row(entity=1 number=1)
    Row(entity=1 number=2)
    Row(entity=1 number=3)
    Row(entity=6 number=4)] handMade=[
    HandMade(entity=6 attribute=10 number=100)] inJava=true)
