namespace FluentProfiles.Benchmarks.HandWritten;

internal sealed class ProgramsDto
{
    public CyberProgramDto? Cyber { get; set; }

    public EfsProgramDto? Efs { get; set; }
}
