Story(product="h2" seed=5200000000103 before=Model(entities=[
      EntityType(uid=10 name="Venue10" id=EMBEDDED)
      EntityType(uid=16 name="Venue16" parent=10 id=EMBEDDED)] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "VERY_LONG_CONSTANT_NAME"
          "A_B"])
      Enumeration(uid=2 name="State2" constants=[
          "PAID"
          "OPEN"
          "VERY_LONG_CONSTANT_NAME"
          "LATE"
          "LOST"])] embeddables=[
      Embeddable(uid=3 name="Part3" attributes=[
          Attribute(uid=4 name="memo4" type=DECIMAL storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) after=Model(entities=[
      EntityType(uid=10 name="Venue10" id=EMBEDDED)] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "VERY_LONG_CONSTANT_NAME"
          "A_B"])
      Enumeration(uid=2 name="State2" constants=[
          "PAID"
          "OPEN"
          "VERY_LONG_CONSTANT_NAME"
          "LATE"
          "LOST"])] embeddables=[
      Embeddable(uid=3 name="Part3" attributes=[
          Attribute(uid=4 name="memo4" type=DECIMAL storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) changes=[
    "REMOVE_ENTITY"] rows=[
    Row(entity=16 number=6)] byHand=true)
