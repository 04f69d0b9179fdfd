Story(product="postgresql" seed=5200000000216 before=Model(entities=[
      EntityType(uid=1 name="Book1" schema="audit" id=AUTO attributes=[
          Attribute(uid=5 name="unit5" type=LONG storage=STRING column=ModelColumn(nullable=true fraction=-1))] rules=[
          TableRule(uid=6 name="ix_rule_6" attributes=[
              5])])]) after=Model(entities=[
      EntityType(uid=1 name="Author1" schema="audit" id=AUTO attributes=[
          Attribute(uid=5 name="unit5" type=LONG storage=STRING column=ModelColumn(nullable=true fraction=-1))] rules=[
          TableRule(uid=6 name="ix_rule_6" attributes=[
              5])])]) changes=[
    "RENAME_ENTITY"
    "REMOVE_ATTRIBUTE"])
