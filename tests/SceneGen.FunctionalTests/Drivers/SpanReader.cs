using System.Buffers.Binary;
using System.Text;

namespace SceneGen.FunctionalTests.Drivers;

/// <summary>Reads the spans out of an export request of the OpenTelemetry protocol, as far as tests ask about them.</summary>
internal static class SpanReader
{
    public static IEnumerable<Span> Read(byte[] request)
        => from resource in Parts(request, 1)
           from scope in Parts(resource, 2)
           from span in Parts(scope, 2)
           select SpanIn(span);

    private static Span SpanIn(ReadOnlyMemory<byte> span)
        => new(
            Convert.ToHexStringLower(Parts(span, 1).Single().Span),
            Convert.ToHexStringLower(Parts(span, 2).Single().Span),
            Parts(span, 4).Select(id => Convert.ToHexStringLower(id.Span)).SingleOrDefault("")!,
            Text(Parts(span, 5).Single()),
            Parts(span, 9).ToDictionary(pair => Text(Parts(pair, 1).Single()), pair => ValueIn(Parts(pair, 2).Single())),
            [.. Parts(span, 13).Select(link => Convert.ToHexStringLower(Parts(link, 1).Single().Span))]);

    private static string ValueIn(ReadOnlyMemory<byte> value)
        => Parts(value, 1).Select(Text).SingleOrDefault() ?? $"{Fields(value).Single().Number}";

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private static IEnumerable<ReadOnlyMemory<byte>> Parts(ReadOnlyMemory<byte> message, int field)
        => Fields(message).Where(part => part.Field == field).Select(part => part.Bytes);

    private static IEnumerable<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> Fields(ReadOnlyMemory<byte> message)
    {
        var at = 0;
        while (at < message.Length)
        {
            var key = Varint(message, ref at);
            var (field, bytes, number) = ((int)(key >> 3), ReadOnlyMemory<byte>.Empty, 0UL);
            switch (key & 7)
            {
                case 0:
                    number = Varint(message, ref at);
                    break;
                case 1:
                    number = BinaryPrimitives.ReadUInt64LittleEndian(message.Span[at..]);
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint(message, ref at);
                    bytes = message.Slice(at, length);
                    at += length;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"Field {field} has wire type {key & 7}.");
            }

            yield return (field, number, bytes);
        }
    }

    private static ulong Varint(ReadOnlyMemory<byte> message, ref int at)
    {
        var (value, shift) = (0UL, 0);
        byte next;
        do
        {
            next = message.Span[at++];
            value |= (ulong)(next & 0x7F) << shift;
            shift += 7;
        }
        while (next >= 0x80);

        return value;
    }
}
