"""Write the fixtures of this folder."""
import numpy

m = numpy.array([[1, 2.5, -3], [0.1, 1e30, 6]])
for kind in ["<f8", ">f8", "<f4"]:
    numpy.save({"<": "little", ">": "big"}[kind[0]] + kind[1:], m.astype(kind))
numpy.save("columns", numpy.asfortranarray(m))
numpy.save("bool", numpy.array([True, False, True]))
for kind in ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"]:
    info = numpy.iinfo(kind)
    largest = min(info.max, 2**53)
    numpy.save(kind, numpy.array([max(info.min, -(2**53)), 7, largest], dtype=kind))
numpy.save("i8-large", numpy.array([0, 2**53 + 1]))
numpy.save("object", numpy.array([1, None], dtype=object), allow_pickle=True)
numpy.save("cube", numpy.zeros((1, 2, 3)))
for version in [2, 3]:
    with open(f"version{version}.npy", "wb") as file:
        numpy.lib.format.write_array(file, m, version=(version, 0))
