package io.retort.sample.staff;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Repository of staff members. */
public interface StaffRepository extends JpaRepository<StaffMember, Long> {

    @Query("""
            select distinct v from Veterinarian v left join fetch v.specialties left join fetch v.supervisor
            order by v.lastName, v.firstName
            """)
    List<Veterinarian> veterinarians();

    @Query("select n from Nurse n left join fetch n.supervisor order by n.lastName, n.firstName")
    List<Nurse> nurses();
}
