namespace FluentProfiles.Tests.Docs;

/// <summary>The README says what the code does. <c>UPDATE_README=1 dotnet test --filter ReadmeTests</c> rewrites its marked
/// blocks.</summary>
[Collection(AloneCollection.Name)]
public sealed class ReadmeTests
{
    private static string Text => File.ReadAllText(Readme.Path).ReplaceLineEndings("\n");

    [Fact]
    public void Blocks_EqualTheirSamples()
    {
        var corrected = Readme.Corrected(Text);
        if (Environment.GetEnvironmentVariable("UPDATE_README") == "1")
            File.WriteAllText(Readme.Path, corrected);
        Assert.Equal(corrected, Text);
    }

    [Fact]
    public void CSharp_IsAlwaysASample()
    {
        var blocks = Text.Split('\n').Count(line => line.StartsWith("```csharp", StringComparison.Ordinal));
        Assert.Equal(blocks, Readme.SampleNames(Text).Count);
    }

    [Fact]
    public void Samples_AreAllShown() => Assert.Equal(Readme.Samples().Keys.Order(), Readme.SampleNames(Text).Order());
}
