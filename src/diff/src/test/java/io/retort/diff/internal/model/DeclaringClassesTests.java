package io.retort.diff.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.internal.dialect.Dialects;
import io.retort.schema.QualifiedName;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The classes whose sources decide what the tables look like. */
class DeclaringClassesTests {

    @Test
    void eachTableHasTheClassesOfItsEntity() {
        try (Bootstrap hibernate = Bootstrap.offline("PostgreSQL", 17, 0)
                .entities(List.of(DeclaredPet.class, DeclaredDog.class, DeclaredOwner.class))) {
            Map<QualifiedName, DeclaringClasses> found =
                    DeclaringClasses.of(hibernate.metadata(), Dialects.named("postgresql"), null);

            DeclaringClasses pet = found.get(QualifiedName.parse("declaredpet"));
            Set<String> own = names(
                    DeclaredBase.class,
                    DeclaredPet.class,
                    DeclaredDog.class,
                    DeclaredSize.class,
                    DeclaredColour.class,
                    DeclaredColourConverter.class);
            assertThat(pet.own()).isEqualTo(own);
            assertThat(pet.ofColumn("size")).isEqualTo(own);
            assertThat(pet.ofColumn("owner_city"))
                    .containsAll(own)
                    .containsAll(names(DeclaredOwner.class, DeclaredOwnerKey.class));
            DeclaringClasses nicknames = found.get(QualifiedName.parse("declaredpet_nicknames"));
            assertThat(nicknames.own()).isEqualTo(names(DeclaredPet.class, DeclaredBase.class));
            DeclaringClasses friends = found.get(QualifiedName.parse("declaredpet_declaredowner"));
            assertThat(friends.own()).isEqualTo(names(DeclaredPet.class, DeclaredBase.class));
            assertThat(friends.all()).containsAll(names(DeclaredOwner.class, DeclaredOwnerKey.class));
            assertThat(found.get(QualifiedName.parse("declaredowner")).own())
                    .isEqualTo(names(DeclaredOwner.class, DeclaredOwnerKey.class));
        }
    }

    private static Set<String> names(Class<?>... classes) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(classes).map(Class::getName).forEach(names::add);
        return names;
    }
}

@MappedSuperclass
class DeclaredBase {

    @Id
    Long id;
}

@Entity
class DeclaredPet extends DeclaredBase {

    @Embedded
    DeclaredSize size;

    @Convert(converter = DeclaredColourConverter.class)
    DeclaredColour colour;

    @ElementCollection
    Set<String> nicknames;

    @ManyToOne
    DeclaredOwner owner;

    @ManyToMany
    Set<DeclaredOwner> friends;
}

@Entity
class DeclaredDog extends DeclaredPet {

    String breed;
}

@Entity
class DeclaredOwner {

    @EmbeddedId
    DeclaredOwnerKey key;

    @OneToMany(mappedBy = "owner")
    Set<DeclaredPet> pets;
}

@Embeddable
class DeclaredOwnerKey {

    String city;
    String street;
}

@Embeddable
class DeclaredSize {

    int size;
}

class DeclaredColour {}

class DeclaredColourConverter implements AttributeConverter<DeclaredColour, String> {

    @Override
    public String convertToDatabaseColumn(DeclaredColour colour) {
        return "";
    }

    @Override
    public DeclaredColour convertToEntityAttribute(String text) {
        return new DeclaredColour();
    }
}
