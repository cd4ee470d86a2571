namespace AnalyzerCost;

/// <summary>A project of generated sources that uses the library and its rules.</summary>
internal static class GeneratedProject
{
    public static string Rules { get; } = typeof(FluentProfiles.Analyzers.QueryAnalyzer).Assembly.Location;

    public static void Write(string folder, int files)
    {
        for (var i = 0; i < files; i++)
            File.WriteAllText(Path.Combine(folder, $"Service{i}.cs"), GeneratedSource.File(i));
        File.WriteAllText(
            Path.Combine(folder, "Generated.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(FluentProfiles.ProfileQuery).Assembly.Location}" />
                <Analyzer Include="{Rules}" />
              </ItemGroup>
            </Project>
            """
        );
    }
}
