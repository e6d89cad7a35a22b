using System.Buffers.Binary;

namespace SceneGen.Assets.Images.Formats;

/// <summary>The parts of a whole JPEG file, from behind its first marker down to its end marker.</summary>
internal ref struct JpegSegments(ReadOnlySpan<byte> file)
{
    public const byte StartOfScan = 0xDA;
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const int MarkerLength = 2;
    private const int LengthField = 2;

    private readonly ReadOnlySpan<byte> _file = file;
    private int _position = MarkerLength;

    public byte Marker { get; private set; }

    /// <summary>With its marker, and a scan with its coded rows.</summary>
    public ReadOnlySpan<byte> Whole { get; private set; }

    public ReadOnlySpan<byte> Content { get; private set; }

    public static bool IsJpeg(ReadOnlySpan<byte> file) => file is [0xFF, StartOfImage, ..];

    /// <summary>False at the end marker; a file that breaks off before it is refused.</summary>
    public bool MoveNext()
    {
        while (At(_position) == 0xFF && At(_position + 1) == 0xFF)
        {
            _position++;
        }

        Marker = At(_position) == 0xFF ? At(_position + 1) : throw Broken();
        if (Marker == EndOfImage)
        {
            return false;
        }

        var contentLength = ContentLength();
        Content = _file.Slice(_position + MarkerLength + LengthField, contentLength);
        var end = _position + MarkerLength + LengthField + contentLength;
        end = Marker == StartOfScan ? EndOfScan(end) : end;
        Whole = _file[_position..end];
        _position = end;
        return true;
    }

    private readonly int ContentLength()
    {
        // Below SOF0 and from RST0 to EOI stand markers without a length; none belongs between segments.
        if (Marker is < 0xC0 or (>= 0xD0 and <= 0xD9) || _position + MarkerLength + LengthField > _file.Length)
        {
            throw Broken();
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(_file[(_position + MarkerLength)..]) - LengthField;
        return length >= 0 && _position + MarkerLength + LengthField + length <= _file.Length ? length : throw Broken();
    }

    // Coded rows end at the first marker that is neither a stuffed byte nor one of the restarts between rows.
    private readonly int EndOfScan(int start)
    {
        for (var at = start; ; at += MarkerLength)
        {
            var next = _file[Math.Min(at, _file.Length)..].IndexOf((byte)0xFF);
            at = next < 0 ? throw Broken() : at + next;
            if (At(at + 1) is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
        }
    }

    private readonly byte At(int position) => position < _file.Length ? _file[position] : throw Broken();

    private static ImageException Broken() => new("The JPEG picture breaks off before its end.");
}
