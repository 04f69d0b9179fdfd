Story(product="postgresql" seed=5200000000102 before=Model(entities=[
      EntityType(uid=1 name="Depot1" attributes=[
          Attribute(uid=3 name="label3" shape=ELEMENT_SET type=NATIONAL storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) after=Model(entities=[
      EntityType(uid=1 name="Depot1" attributes=[
          Attribute(uid=3 name="label3" shape=ELEMENT_SET type=LOCALE storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) changes=[
    "CHANGE_ELEMENT_TYPE"] rows=[
    Row(entity=1 number=2)] handMade=[
    HandMade(kind=PARTIAL_INDEX entity=1 number=101)])
