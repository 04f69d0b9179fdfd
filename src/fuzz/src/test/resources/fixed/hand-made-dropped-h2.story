Story(product="h2" seed=5200000000207 before=Model(entities=[
      EntityType(uid=4 name="Ship4" id=IDENTITY attributes=[
          Attribute(uid=6 name="amount6" type=DURATION storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) after=Model(entities=[
      EntityType(uid=4 name="Ship4" id=IDENTITY attributes=[
          Attribute(uid=6 name="code6" type=DURATION storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) changes=[
    "RENAME_ATTRIBUTE"] handMade=[
    HandMade(kind=COLUMN entity=4 number=101)])
