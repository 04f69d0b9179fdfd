package io.retort.sample.pharmacy;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Repository of medicines. */
public interface MedicineRepository extends JpaRepository<Medicine, Long> {

    List<Medicine> findByOrderByNameAscStrengthAsc();

    List<Medicine> findByStockLessThanOrderByStock(int stock);

    Optional<Medicine> findByNameAndStrength(String name, String strength);
}
