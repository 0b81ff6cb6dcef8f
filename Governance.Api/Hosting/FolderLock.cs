namespace Governance.Api.Hosting;

/// <summary>Makes a state folder ours alone; the kernel lets it go however we end.</summary>
internal static class FolderLock
{
    private const UnixFileMode OursAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the folder if it is not there, closed to others; <paramref name="passable"/> lets them through, but not look.</summary>
    public static FileStream Take(string folder, bool passable)
    {
        try
        {
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                if (!OperatingSystem.IsWindows())
                    File.SetUnixFileMode(folder, passable ? OursAlone | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : OursAlone);
            }

            return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (Directory.Exists(folder))
        {
            throw new FolderInUseException(folder, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{folder} cannot be made or written by {Environment.UserName}: choose another Governance__StateFolder.", e);
        }
    }
}
