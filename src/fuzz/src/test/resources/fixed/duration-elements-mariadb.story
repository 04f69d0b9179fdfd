Story(product="mariadb" seed=1800000001002 before=Model(entities=[
      EntityType(uid=11 name="Author11" id=IDENTITY_INTEGER attributes=[
          Attribute(uid=15 name="firstName15" shape=ELEMENT_SET type=DURATION storage=STRING column=ModelColumn(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "OPEN"
          "X"
          "active"
          "DONE"
          "NEW"])
      Enumeration(uid=2 name="State2" constants=[
          "LATE"
          "DONE"
          "PAID"
          "Mixed"])] embeddables=[
      Embeddable(uid=3 name="Part3" attributes=[
          Attribute(uid=4 name="firstName4" type=BOOLEAN storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) after=Model(entities=[
      EntityType(uid=11 name="Author11" id=IDENTITY_INTEGER attributes=[
          Attribute(uid=15 name="firstName15" shape=ELEMENT_SET type=DURATION storage=STRING column=ModelColumn(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "OPEN"
          "X"
          "active"
          "DONE"
          "NEW"])
      Enumeration(uid=2 name="State2" constants=[
          "LATE"
          "DONE"
          "PAID"
          "Mixed"])] embeddables=[
      Embeddable(uid=3 name="Part3" attributes=[
          Attribute(uid=4 name="firstName4" type=BOOLEAN storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) changes=[
    "ADD_ATTRIBUTE"] firstInJava=true inJava=true)
