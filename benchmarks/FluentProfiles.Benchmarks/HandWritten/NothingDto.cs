namespace FluentProfiles.Benchmarks.HandWritten;

/// <summary>What somebody writes who only counts.</summary>
internal readonly record struct NothingDto;
