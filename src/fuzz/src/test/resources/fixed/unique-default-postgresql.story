Story(product="postgresql" seed=1795986183006 before=Model(entities=[
      EntityType(uid=11 name="Book11" id=IDENTITY)] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "VERY_LONG_CONSTANT_NAME"
          "A_B"
          "PAID"])
      Enumeration(uid=2 name="State2" constants=[
          "Mixed"
          "PAID"
          "LATE"
          "OPEN"])] embeddables=[
      Embeddable(uid=3 name="Part3" attributes=[
          Attribute(uid=4 name="code4" type=LONG storage=STRING column=ModelColumn(name="`Mixed Column4`" nullable=true fraction=-1))])] naming=SNAKE_CASE) after=Model(entities=[
      EntityType(uid=11 name="Book11" id=IDENTITY attributes=[
          Attribute(uid=20 name="mail20" storage=STRING column=ModelColumn(unique=true length=100 fraction=-1 defaultValue="'it''s'"))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "VERY_LONG_CONSTANT_NAME"
          "A_B"
          "PAID"])
      Enumeration(uid=2 name="State2" constants=[
          "Mixed"
          "PAID"
          "LATE"
          "OPEN"])] embeddables=[
      Embeddable(uid=3 name="Part3" attributes=[
          Attribute(uid=4 name="code4" type=LONG storage=STRING column=ModelColumn(name="`Mixed Column4`" nullable=true fraction=-1))])] naming=SNAKE_CASE) changes=[
    "ADD_ATTRIBUTE"
    "RENAME_CONSTANT"] rows=[
    Row(entity=11 number=4)
    Row(entity=11 number=5)])
