Story(product="sqlite" seed=6200000000000 before=Model(entities=[
      EntityType(uid=16 name="Visit16" id=IDENTITY attributes=[
          Attribute(uid=17 name="zip_code17" shape=ENUM target=1 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=19 name="score19" storage=STRING column=ModelColumn(nullable=true length=2000 fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "DONE"
          "OPEN"
          "NEW"
          "active"])]) after=Model(entities=[
      EntityType(uid=16 name="Visit16" id=IDENTITY attributes=[
          Attribute(uid=17 name="zip_code17" shape=ENUM target=1 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=19 name="score19" storage=STRING column=ModelColumn(nullable=true length=2000 fraction=-1 comment="now said"))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "DONE"
          "NEW"])]) changes=[
    "NAME_COLUMN"
    "CHANGE_COMMENT"
    "REMOVE_CONSTANT"
    "REMOVE_CONSTANT"] inJava=true)
