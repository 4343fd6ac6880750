// Read files with HepMC3's own readers and print what they hold: the truth of the tests.
//
//   g++ -O2 -o read read.cc -lHepMC3
//   ./read events.hepmc3 ...
//
// One line a file: events, particles, vertices, particles of status 1, sum of the first weight, processor seconds, MB/s, names.
#include <ctime>
#include <cstdio>
#include <filesystem>
#include "HepMC3/GenEvent.h"
#include "HepMC3/GenParticle.h"
#include "HepMC3/ReaderFactory.h"

int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        std::clock_t begin = std::clock();
        auto reader = HepMC3::deduce_reader(argv[i]);
        long events = 0, particles = 0, vertices = 0, final = 0;
        double weights = 0;
        std::string names;
        while (reader && !reader->failed()) {
            HepMC3::GenEvent event;
            reader->read_event(event);
            if (reader->failed()) break;
            events++;
            particles += event.particles().size();
            vertices += event.vertices().size();
            for (const auto &p : event.particles()) final += p->status() == 1;
            weights += event.weights().empty() ? 1 : event.weights()[0];
            if (events == 1 && event.run_info())
                for (const auto &name : event.run_info()->weight_names()) names += " " + name;
        }
        double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
        double megabytes = std::filesystem::file_size(argv[i]) / 1e6;
        std::printf("%ld %ld %ld %ld %.17g %.3f %.1f%s\n", events, particles, vertices, final, weights, seconds,
                    megabytes / seconds, names.c_str());
    }
}
