Story(product="h2" seed=28 before=Model(entities=[
      EntityType(uid=1 name="Venue1" hierarchy=SINGLE_TABLE id=IDENTITY attributes=[
          Attribute(uid=2 name="label2" type=STRING storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) after=Model(entities=[
      EntityType(uid=1 name="Venue1" hierarchy=SINGLE_TABLE id=IDENTITY attributes=[
          Attribute(uid=2 name="label2" type=STRING storage=STRING column=ModelColumn(nullable=true fraction=-1))])
      EntityType(uid=3 name="Ticket3" parent=1 id=IDENTITY attributes=[
          Attribute(uid=4 name="score4" type=INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) changes=[
    "ADD_ENTITY"] rows=[
    Row(entity=1 number=1)
    Row(entity=1 number=2)] firstInJava=true inJava=true)
