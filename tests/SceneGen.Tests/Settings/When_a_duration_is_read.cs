using SceneGen.Settings;

namespace SceneGen.Tests.Settings;

public sealed class When_a_duration_is_read
{
    [Theory]
    [InlineData("500ms", "00:00:00.5")]
    [InlineData("2s", "00:00:02")]
    [InlineData("15m", "00:15:00")]
    [InlineData("24h", "1.00:00:00")]
    [InlineData("30d", "30.00:00:00")]
    [InlineData("0s", "00:00:00")]
    [InlineData("00:00:02", "00:00:02")]
    [InlineData("23:59:59.999", "23:59:59.999")]
    [InlineData("1.02:03:04", "1.02:03:04")]
    [InlineData("00:00:00.25", "00:00:00.25")]
    [InlineData("10675199d", "10675199.00:00:00")]
    public void the_contracts_spellings_are_taken(string text, string expected)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.ParseExact(expected, "c", null), duration);
    }

    [Theory]
    [InlineData("15")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("s")]
    [InlineData("-2s")]
    [InlineData("1.5s")]
    [InlineData("2 s")]
    [InlineData("2S")]
    [InlineData("2min")]
    [InlineData("2s3ms")]
    [InlineData("24:00:00")]
    [InlineData("00:60:00")]
    [InlineData("1:00:00")]
    [InlineData("12:30")]
    [InlineData("00:00:01.")]
    [InlineData("-00:00:01")]
    [InlineData("2s\n")]
    [InlineData("٢s")]
    [InlineData("10675200d")]
    [InlineData("999999999999999999h")]
    [InlineData("99999999.00:00:00")]
    public void anything_else_is_refused(string text) => Assert.False(Duration.TryParse(text, out _));

    [Theory]
    [InlineData("00:00:02", "2s")]
    [InlineData("00:00:00.5", "500ms")]
    [InlineData("00:00:01.5", "1500ms")]
    [InlineData("00:15:00", "15m")]
    [InlineData("00:01:30", "90s")]
    [InlineData("1.00:00:00", "1d")]
    [InlineData("1.01:00:00", "25h")]
    [InlineData("00:00:00", "0s")]
    [InlineData("00:00:00.0005000", "00:00:00.0005000")]
    public void it_is_written_back_as_short_as_can_be(string clock, string expected)
    {
        var duration = TimeSpan.ParseExact(clock, "c", null);
        Assert.Equal(expected, Duration.Format(duration));
        Assert.True(Duration.TryParse(expected, out var again));
        Assert.Equal(duration, again);
    }
}
