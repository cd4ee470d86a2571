using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FluentProfiles.Emulator.Tests.Tool;

/// <summary>The two ways to an image describe the same one. Neither can be built without a container registry.</summary>
public sealed class ContainerTests
{
    private static readonly string Tool = Path.Combine(
        Root(AppContext.BaseDirectory),
        "src/FluentProfiles.Emulator.Tool"
    );
    private static readonly string Dockerfile = File.ReadAllText(Path.Combine(Tool, "Dockerfile"));
    private static readonly XElement Project = XElement.Load(Path.Combine(Tool, "FluentProfiles.Emulator.Tool.csproj"));

    [Fact]
    public void Arguments_AreTheSameAndOnlyTheyOpenTheEmulator()
    {
        var entryPoint = JsonSerializer.Deserialize<string[]>(Value("ENTRYPOINT (.*)"))!;

        Assert.Equal(["dotnet", "FluentProfiles.Emulator.Tool.dll"], entryPoint[..2]);
        Assert.Equal(entryPoint[2..], Items("ContainerAppCommandArgs"));
        Assert.Equal(
            "0.0.0.0",
            EmulatorCommand.Read(EmulatorCommand.Create().Parse(entryPoint[2..])).Address.ToString()
        );
        Assert.Equal("127.0.0.1", EmulatorCommand.Read(EmulatorCommand.Create().Parse([])).Address.ToString());
    }

    [Fact]
    public void PortUserAndBase_AreTheSame()
    {
        Assert.Equal([Value("EXPOSE (.*)")], Items("ContainerPort"));
        Assert.Equal(Value("USER (.*)"), Project.Descendants("ContainerUser").Single().Value);
        Assert.NotEqual("root", Value("USER (.*)"));
        Assert.EndsWith($"-{Project.Descendants("ContainerFamily").Single().Value}", Value("FROM (\\S*/aspnet:.*)"));
        Assert.Equal(["Microsoft.AspNetCore.App"], Items("FrameworkReference"));
    }

    [Fact]
    public void Port_IsWhatARunSays()
    {
        string[] arguments = [.. Items("ContainerAppCommandArgs"), "--port", "9000"];

        Assert.Equal(9000, EmulatorCommand.Read(EmulatorCommand.Create().Parse(arguments)).Port);
    }

    private static string Value(string pattern) =>
        Regex.Matches(Dockerfile, $"^{pattern}$", RegexOptions.Multiline).Single().Groups[1].Value;

    private static string[] Items(string name) =>
        [.. Project.Descendants(name).SelectMany(item => item.Attribute("Include")!.Value.Split(';'))];

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "FluentProfiles.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
