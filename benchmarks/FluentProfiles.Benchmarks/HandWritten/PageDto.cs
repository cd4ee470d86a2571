namespace FluentProfiles.Benchmarks.HandWritten;

public sealed class PageDto<TProfile>
{
    public List<TProfile> Data { get; set; } = [];

    public string? NextPage { get; set; }
}
