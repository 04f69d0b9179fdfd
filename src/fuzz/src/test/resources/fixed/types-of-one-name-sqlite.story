Story(product="sqlite" seed=2100000000035 before=Model(entities=[
      EntityType(uid=10 name="PostTag10" id=IDENTITY attributes=[
          Attribute(uid=14 name="name14" type=DATE_TIME storage=STRING column=ModelColumn(nullable=true fraction=6))])]) after=Model(entities=[
      EntityType(uid=10 name="PostTag10" id=IDENTITY attributes=[
          Attribute(uid=14 name="name14" type=INSTANT storage=STRING column=ModelColumn(nullable=true fraction=6))
          Attribute(uid=15 name="name15" type=INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) changes=[
    "ADD_ATTRIBUTE"
    "CHANGE_TYPE"] inJava=true)
