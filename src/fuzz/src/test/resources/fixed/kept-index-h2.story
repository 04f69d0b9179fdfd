Story(product="h2" seed=6100000000007 before=Model(entities=[
      EntityType(uid=1 name="Wagon1" schema="audit" attributes=[
          Attribute(uid=3 name="zip_code3" type=BYTE storage=STRING column=ModelColumn(nullable=true fraction=-1))] rules=[
          TableRule(uid=4 name="ix_rule_4" attributes=[
              3])])]) after=Model(entities=[
      EntityType(uid=1 name="Ship1" schema="audit" attributes=[
          Attribute(uid=3 name="zip_code3" type=BYTE storage=STRING column=ModelColumn(nullable=true fraction=-1))] rules=[
          TableRule(uid=4 name="ix_rule_4" attributes=[
              3])])]) changes=[
    "RENAME_ENTITY"] inJava=true)
