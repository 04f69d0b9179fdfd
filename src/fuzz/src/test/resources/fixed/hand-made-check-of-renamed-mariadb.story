Story(product="mariadb" seed=19 before=Model(entities=[
      EntityType(uid=3 name="Visit3" id=EMBEDDED attributes=[
          Attribute(uid=4 name="since4" type=DURATION storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) after=Model(entities=[
      EntityType(uid=3 name="Visit3" id=EMBEDDED attributes=[
          Attribute(uid=4 name="weight4" type=DURATION storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) changes=[
    "NAME_COLUMN"
    "COMMENT_TABLE"
    "RENAME_ATTRIBUTE"
    "REMOVE_ATTRIBUTE"] handMade=[
    HandMade(kind=CHECK entity=3 attribute=4 number=101)] inJava=true)
