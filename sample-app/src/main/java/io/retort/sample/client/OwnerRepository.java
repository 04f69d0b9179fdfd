package io.retort.sample.client;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Repository of owners. */
public interface OwnerRepository extends JpaRepository<Owner, Long> {

    /**
     * Returns the owners whose last name starts with the given letters, in alphabetical order. An empty string returns
     * all.
     */
    @Query("""
            select o from Owner o
            where lower(o.lastName) like lower(concat(:letters, '%'))
            order by o.lastName, o.firstName
            """)
    List<Owner> search(String letters);

    @EntityGraph(attributePaths = "phones")
    Optional<Owner> findWithPhonesById(Long id);

    Optional<Owner> findByEmailIgnoreCase(String email);
}
