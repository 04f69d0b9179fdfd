Story(product="sqlite" seed=1795986183006 before=Model(entities=[
      EntityType(uid=5 name="Depot5" id=AUTO attributes=[
          Attribute(uid=8 name="sortKey8" storage=STRING column=ModelColumn(length=20000 fraction=-1 comment="it''s 66"))] versioned=true audited=true)] enumerations=[
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
      EntityType(uid=5 name="Depot5" id=AUTO attributes=[
          Attribute(uid=8 name="sortKey8" storage=STRING column=ModelColumn(length=2000 fraction=-1 comment="it''s 66"))] versioned=true audited=true)] enumerations=[
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
    "CHANGE_SIZE"] rows=[
    Row(entity=5 number=2)
    Row(entity=5 number=3)] firstInJava=true inJava=true)
