Story(product="h2" seed=1 before=Model(entities=[
      EntityType(uid=1 name="Item" attributes=[Attribute(uid=4 name="state" shape=ENUM target=9 column=ModelColumn(fraction=-1))])] enumerations=[Enumeration(uid=9 name="State" constants=["NEW" "OPEN" "DONE"])]) after=Model(entities=[
      EntityType(uid=1 name="Item" attributes=[Attribute(uid=4 name="state" shape=ENUM target=9 column=ModelColumn(fraction=-1)) Attribute(uid=2 name="label" storage=STRING column=ModelColumn(nullable=true fraction=-1))])] enumerations=[Enumeration(uid=9 name="State" constants=["OPEN" "NEW" "DONE"])]) changes=["REORDER_CONSTANTS"] rows=[
    Row(entity=1 number=1)
    Row(entity=1 number=2)
    Row(entity=1 number=3)
    Row(entity=1 number=4)
    Row(entity=1 number=5)
    Row(entity=1 number=6)] inJava=true firstInJava=true)
