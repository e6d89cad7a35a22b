using System.Text;
using Microsoft.Extensions.Options;
using SceneGen.Replicate.Models;
using SceneGen.Tests.Assets;

namespace SceneGen.Tests.Replicate.Models;

public sealed class When_a_model_file_is_wrong
{
    private const string Native = "output: url\nsize: {strategy: native, width: 1920, height: 1080}\n";
    private const string Input = Native + "input: {prompt: '{prompt}', image: '{avatarUrl}'}\n";

    [Theory]
    [InlineData("promptLimit: 10\n" + Input, ": id is missing; write the model's owner/name.")]
    [InlineData("id: ''\n" + Input, ": id is missing; write the model's owner/name.")]
    [InlineData("id: a/b\n" + Native, ": input has to name {prompt} and {avatarUrl}.")]
    [InlineData("id: a/b\n" + Native + "input: {prompt: '{prompt}'}\n", ": input has to name {prompt} and {avatarUrl}.")]
    [InlineData("id: a/b\n" + Native + "input: {image: ['{avatarUrl}']}\n", ": input has to name {prompt} and {avatarUrl}.")]
    [InlineData("id: a/b\npromptLimit: 0\n" + Input, ": promptLimit has to be a whole number from 1.")]
    [InlineData("id: a/b\nprice: -0.1\n" + Input, ": price has to be 0 to 1000.")]
    [InlineData("id: a/b\nprice: 1000.1\n" + Input, ": price has to be 0 to 1000.")]
    [InlineData("id: a b\n" + Input, ": id has to be owner/name, or a version of 64 hex digits.")]
    [InlineData("id: a/b:latest\n" + Input, ": id has to be owner/name, or a version of 64 hex digits.")]
    [InlineData("id: a/b\norder: -1\n" + Input, ": order has to be 0 or more.")]
    [InlineData(
        "id: a/b\n" + Native + "input: {prompt: '{prompt}', image: '{avatarUrl}', seed: ~}\n",
        ": input.seed has to be a text, a number, true, false or a list of them.")]
    [InlineData(
        "id: a/b\n" + Native + "input: {prompt: '{prompt}', image: '{avatarUrl}', size: {width: 1}}\n",
        ": input.size has to be a text, a number, true, false or a list of them.")]
    [InlineData(
        "id: a/b\n" + Native + "input: {prompt: '{prompt}', image: '{avatarUrl}', size: [1, [{width: 1}]]}\n",
        ": input.size has to be a text, a number, true, false or a list of them.")]
    [InlineData(
        "id: a/b\n" + Native + "input: {prompt: '{prompt}', image: '{avatarUrl}', size: .nan}\n",
        ": input.size has to be a text, a number, true, false or a list of them.")]
    [InlineData(
        "id: a/b\n" + Native + "input: {prompt: '{prompt}', image: '{avatarUrl}', width: 1920, height: 1088}\n",
        ": input.height is 1088; it has to be size.height, 1080.")]
    [InlineData(
        "id: a/b\n" + Native + "input: {prompt: '{prompt}', image: '{avatarUrl}', width: 2048}\n",
        ": input.width is 2048; it has to be size.width, 1920.")]
    [InlineData("", " is empty.")]
    public void the_fault_is_one_sentence_with_the_files_name(string yaml, string sentence)
        => Assert.Equal(sentence, Fault(yaml));

    [Theory]
    [InlineData("", ": output has to be url or list.")]
    [InlineData("output: url\n", ": size has to hold strategy, width and height.")]
    [InlineData("output: list\nsize: {width: 1, height: 1}\n", ": size.strategy has to be native, crop or scale.")]
    [InlineData("output: url\nsize: {strategy: scale, height: 1}\n", ": size.width has to be a whole number from 1.")]
    [InlineData("output: url\nsize: {strategy: scale, width: 1}\n", ": size.height has to be a whole number from 1.")]
    [InlineData(
        "output: url\nsize: {strategy: native, width: 1920, height: 1088}\n",
        ": size.strategy native is for 1920x1080.")]
    [InlineData(
        "output: url\nsize: {strategy: crop, width: 2048, height: 1152}\n",
        ": size.strategy crop is for a picture as wide or as high as 1920x1080, and larger the other way.")]
    [InlineData(
        "output: url\nsize: {strategy: crop, width: 1920, height: 1072}\n",
        ": size.strategy crop is for a picture as wide or as high as 1920x1080, and larger the other way.")]
    [InlineData(
        "output: url\nsize: {strategy: scale, width: 1920, height: 1088}\n",
        ": size.strategy scale is for a picture that is neither 1920x1080 nor made so by cropping.")]
    public void so_is_one_of_its_shape_or_size(string shape, string sentence)
        => Assert.Equal(
            sentence, Fault("id: a/b\n" + shape + "input: {prompt: '{prompt}', image: '{avatarUrl}'}\n"));

    [Theory]
    [InlineData("id: a/b\noutput: both\n" + Input, 2)]
    [InlineData("id: a/b\nsize: {strategy: stretch}\n" + Input, 2)]
    [InlineData("id: a/b\n" + Input + "colour: red\n", 5)]
    [InlineData("id: a/b\npromptLimit: many\n" + Input, 2)]
    [InlineData("id: a/b\nid: c/d\n" + Input, 2)]
    [InlineData("id: a/b\ninput: {prompt: '{prompt}'\n", 3)]
    [InlineData("id:\n" + Input, 1)]
    [InlineData("id: a/b\ninput:\n", 2)]
    [InlineData("- a\n- b\n", 1)]
    public void the_line_is_told(string yaml, int line)
    {
        var fault = Fault(yaml);

        Assert.StartsWith($", line {line}: ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault);
    }

    [Fact]
    public void a_model_of_two_files_is_refused_in_the_second()
    {
        using var folder = new TestFolder();
        folder.Write("a.yaml", Encoding.UTF8.GetBytes("id: a/b\n" + Input));
        folder.Write("b.yaml", Encoding.UTF8.GetBytes("id: a/b\n" + Input));

        Assert.Equal($"{folder["b.yaml"]}: id 'a/b' is another file's already.", Refusal(folder.Root));
    }

    [Fact]
    public void a_folder_without_models_is_named()
    {
        using var folder = new TestFolder();
        folder.Write("model.txt", "id: a/b"u8);

        Assert.Equal($"The folder {folder.Root} holds no .yaml file.", Refusal(folder.Root));
    }

    [Fact]
    public void a_folder_that_is_not_there_is_named()
    {
        using var folder = new TestFolder();

        Assert.Equal($"The folder {folder["models"]} is not there.", Refusal(folder["models"]));
    }

    private static string Fault(string yaml)
    {
        using var folder = new TestFolder();
        var file = folder.Write("model.yaml", Encoding.UTF8.GetBytes(yaml));
        var refusal = Refusal(folder.Root);
        Assert.StartsWith(file, refusal, StringComparison.Ordinal);
        return refusal[file.Length..];
    }

    private static string Refusal(string folder)
    {
        var error = Record.Exception(() => new ModelLibrary(Options.Create(new ModelOptions { Path = folder })));
        Assert.NotNull(error);
        return StartFault.Sentence(error) ?? throw new InvalidOperationException("This ends in a stack trace.", error);
    }
}
