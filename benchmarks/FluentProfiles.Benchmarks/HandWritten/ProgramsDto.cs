namespace FluentProfiles.Benchmarks.HandWritten;

public sealed class ProgramsDto
{
    public CyberProgramDto? Cyber { get; set; }

    public EfsProgramDto? Efs { get; set; }
}
