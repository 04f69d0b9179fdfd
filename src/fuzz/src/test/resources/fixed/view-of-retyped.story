Story(product="postgresql" seed=1795986183017 before=Model(entities=[
      EntityType(uid=7 name="Item7" table="CamelTable7" schema="audit" hierarchy=TABLE_PER_CLASS id=SEQUENCE)
      EntityType(uid=9 name="Crew9" parent=7 id=SEQUENCE attributes=[
          Attribute(uid=11 name="label11" storage=STRING column=ModelColumn(nullable=true length=10 fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "Mixed"
          "X"
          "LOST"
          "active"
          "NEW"])]) after=Model(entities=[
      EntityType(uid=7 name="Item7" table="CamelTable7" schema="audit" hierarchy=TABLE_PER_CLASS id=SEQUENCE)
      EntityType(uid=9 name="Crew9" parent=7 id=SEQUENCE attributes=[
          Attribute(uid=11 name="label11" storage=STRING column=ModelColumn(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "Mixed"
          "X"
          "LOST"
          "active"
          "NEW"])]) changes=[
    "CHANGE_SIZE"] handMade=[
    HandMade(kind=VIEW entity=9 attribute=11 number=100)] firstInJava=true inJava=true)
