package io.retort.sample.home;

import io.retort.sample.client.PatientRepository;
import io.retort.sample.pharmacy.MedicineRepository;
import io.retort.sample.visit.VisitRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page. */
@Controller
class HomeController {

    /** A stock below this number of packs is shown as a warning. */
    private static final int LOW_STOCK = 5;

    private final VisitRepository visits;
    private final PatientRepository patients;
    private final MedicineRepository medicines;
    private final Clock clock;

    HomeController(VisitRepository visits, PatientRepository patients, MedicineRepository medicines, Clock clock) {
        this.visits = visits;
        this.patients = patients;
        this.medicines = medicines;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("today", today);
        model.addAttribute(
                "visits",
                visits.findByStartsAtBetweenOrderByStartsAt(today.atStartOfDay(), today.atTime(LocalTime.MAX)));
        model.addAttribute("patientCount", patients.count());
        model.addAttribute("scarce", medicines.findByStockLessThanOrderByStock(LOW_STOCK));
        return "home";
    }
}
