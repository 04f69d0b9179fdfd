Story(product="sqlite" seed=1 before=Model(entities=[
      EntityType(uid=1 name="Item" id=ASSIGNED_LONG attributes=[Attribute(uid=2 name="code" type=INTEGER primitive=true storage=STRING column=ModelColumn(fraction=-1)) Attribute(uid=4 name="due" type=DATE storage=STRING column=ModelColumn(fraction=-1))])]) after=Model(entities=[
      EntityType(uid=1 name="Item" id=ASSIGNED_LONG attributes=[Attribute(uid=2 name="code" type=INTEGER primitive=true storage=STRING column=ModelColumn(fraction=-1 defaultValue="7"))])]) changes=["REMOVE_ATTRIBUTE" "CHANGE_DEFAULT"] rows=[
    Row(entity=1 number=1)
    Row(entity=1 number=2)
    Row(entity=1 number=3)] inJava=true firstInJava=true)
