package io.retort.sample.client;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Repository of patients. */
public interface PatientRepository extends JpaRepository<Patient, Long> {

    /**
     * Returns the patients whose name starts with the given letters, with their owners. An empty string returns all.
     */
    @Query("""
            select p from Patient p join fetch p.owner
            where lower(p.name) like lower(concat(:letters, '%'))
            order by p.name, p.id
            """)
    List<Patient> search(String letters);

    @EntityGraph(attributePaths = {"owner", "allergies"})
    Optional<Patient> findWithOwnerById(Long id);

    List<Patient> findByOwnerOrderByName(Owner owner);

    Optional<Patient> findByOwnerAndNameIgnoreCase(Owner owner, String name);

    Optional<Patient> findByMicrochip(String microchip);
}
