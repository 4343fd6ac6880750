// Read a plain file several times with HepMC3's own reader of text.
//
//   g++ -O2 -std=c++17 -o hepmc3 hepmc3.cc -lHepMC3
//   ./hepmc3 events.hepmc3 7
//
// One line a pass: events, seconds by the clock, seconds of the processor. A first pass, not printed, warms the disk's cache.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <memory>
#include <string>
#include "HepMC3/GenEvent.h"
#include "HepMC3/ReaderAscii.h"
#include "HepMC3/ReaderAsciiHepMC2.h"

static std::unique_ptr<HepMC3::Reader> open(const char *file) {
    std::ifstream in(file);
    std::string line;
    while (std::getline(in, line) && line.find("START_EVENT_LISTING") == std::string::npos) {
    }
    if (line.find("IO_GenEvent") != std::string::npos) return std::make_unique<HepMC3::ReaderAsciiHepMC2>(file);
    return std::make_unique<HepMC3::ReaderAscii>(file);
}

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    for (int pass = 0; pass <= std::atoi(argv[2]); pass++) {
        auto begin = std::chrono::steady_clock::now();
        std::clock_t cpu = std::clock();
        auto reader = open(argv[1]);
        long events = 0;
        while (!reader->failed()) {
            HepMC3::GenEvent event;
            reader->read_event(event);
            if (reader->failed()) break;
            events++;
        }
        std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
        if (pass > 0)
            std::printf("%ld %.6f %.6f\n", events, seconds.count(), double(std::clock() - cpu) / CLOCKS_PER_SEC);
    }
}
