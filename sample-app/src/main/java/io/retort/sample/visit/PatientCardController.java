package io.retort.sample.visit;

import io.retort.sample.client.Patient;
import io.retort.sample.client.PatientRepository;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Web page with a patient and all of its visits. */
@Controller
class PatientCardController {

    private final PatientRepository patients;
    private final VisitRepository visits;

    PatientCardController(PatientRepository patients, VisitRepository visits) {
        this.patients = patients;
        this.visits = visits;
    }

    @GetMapping("/patients/{id}")
    String show(@PathVariable Long id, Model model) {
        Patient patient = patients.findWithOwnerById(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No patient " + id));
        model.addAttribute("patient", patient);
        model.addAttribute("visits", visits.findByPatientOrderByStartsAtDesc(patient));
        return "client/patient";
    }
}
