package io.retort.sample.visit;

import io.retort.sample.client.Patient;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

/** Repository of visits. */
public interface VisitRepository extends JpaRepository<Visit, Long> {

    @EntityGraph(attributePaths = {"patient.owner", "veterinarian", "invoice"})
    List<Visit> findByStartsAtBetweenOrderByStartsAt(LocalDateTime from, LocalDateTime to);

    @EntityGraph(attributePaths = {"patient.owner", "veterinarian", "invoice"})
    List<Visit> findTop50ByOrderByStartsAtDesc();

    @EntityGraph(attributePaths = {"veterinarian", "invoice"})
    List<Visit> findByPatientOrderByStartsAtDesc(Patient patient);

    @EntityGraph(attributePaths = {"patient.owner", "veterinarian", "treatments", "invoice"})
    Optional<Visit> findWithTreatmentsById(Long id);

    boolean existsByVeterinarianIdAndStartsAt(Long veterinarianId, LocalDateTime startsAt);
}
